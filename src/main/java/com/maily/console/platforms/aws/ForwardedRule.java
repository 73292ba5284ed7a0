package com.maily.console.platforms.aws;

import com.maily.console.core.model.Weight;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.port.WeightPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * The actions of a rule, one of which forwards to two target groups of ours, and maybe to others. Weights are whole numbers from
 * 0 to
 * 999, relative to their sum (ELBv2 API, TargetGroupTuple).
 *
 * @param stable the stable target group's ARN
 */
record ForwardedRule(List<Action> actions, String stable, String canary) {

    private static final int HIGHEST = 999;

    Weight canaryShare() {
        return pair().canaryShare();
    }

    boolean isAt(Weight weight) {
        return weights().values().stream().anyMatch(each -> each > 0) && canaryShare().equals(weight);
    }

    Reach reach() {
        return WeightPair.reach(List.of(pair()), HIGHEST);
    }

    /** The same actions with the canary at {@code percent}, in the shape in which they can be written. */
    List<Action> at(int percent) {
        return actions.stream().map(action -> action.type() == ActionTypeEnum.FORWARD ? forwarding(action, percent)
                : Writable.of(action))
                .toList();
    }

    /** By target group. */
    Map<String, Integer> weights() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        groups(actions).forEach(group -> weights.put(group.targetGroupArn(), weightOf(group)));
        return weights;
    }

    /** How long who met one group stays on it; 0 where nobody does. */
    int stickySeconds() {
        return actions.stream().filter(action -> action.forwardConfig() != null).map(action -> action.forwardConfig()
                .targetGroupStickinessConfig())
                .filter(sticky -> sticky != null && Boolean.TRUE.equals(sticky.enabled()))
                .map(TargetGroupStickinessConfig::durationSeconds)
                .mapToInt(seconds -> seconds == null ? 0 : seconds).findFirst().orElse(0);
    }

    static List<TargetGroupTuple> groups(List<Action> actions) {
        return actions.stream().filter(action -> action.forwardConfig() != null)
                .flatMap(action -> action.forwardConfig().targetGroups().stream()).toList();
    }

    private Action forwarding(Action action, int percent) {
        List<TargetGroupTuple> weighed = action.forwardConfig().targetGroups().stream()
                .map(group -> group.toBuilder().weight(weightAt(group, percent)).build()).toList();
        // A group beside the configuration would have to be the only one.
        return action.toBuilder().targetGroupArn(null).forwardConfig(action.forwardConfig().toBuilder().targetGroups(weighed)
                .build()).build();
    }

    private int weightAt(TargetGroupTuple group, int percent) {
        return group.targetGroupArn().equals(canary) ? pair().canaryAt(percent)
                : group.targetGroupArn().equals(stable) ? pair().stableAt(percent) : weightOf(group);
    }

    private WeightPair pair() {
        Map<String, Integer> weights = weights();
        int all = weights.values().stream().mapToInt(Integer::intValue).sum();
        int ofStable = weights.getOrDefault(stable, 0);
        int ofCanary = weights.getOrDefault(canary, 0);
        return new WeightPair(ofStable, ofCanary, all - ofStable - ofCanary);
    }

    private static int weightOf(TargetGroupTuple group) {
        return group.weight() == null ? 0 : group.weight();
    }
}
