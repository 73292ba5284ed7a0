package com.maily.console.platforms.aws;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.LastShares;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * Splits traffic by the weights of a load balancer's rule, for load balancers that no controller in a cluster owns. ELBv2 has no
 * versions
 * and names no writers: what the rule says is compared with what was last seen before it is written, and read again afterwards.
 */
public final class ElbRouter implements TrafficRouter {

    private final ElbRules rules;
    private final Time time;
    private final LastShares shares = new LastShares();
    /** By component: the weights that were last read or written. */
    private final Map<String, Map<String, Integer>> seen = new ConcurrentHashMap<>();
    /** By component: when the canary was last seen with a share. */
    private final Map<String, Instant> carried = new ConcurrentHashMap<>();

    public ElbRouter(AwsConnection connection, Time time) {
        this.rules = new ElbRules(connection);
        this.time = time;
    }

    @Override
    public Traffic observe(Component component) {
        ForwardedRule rule = read(component);
        Map<String, Integer> weights = rule.weights();
        seen.put(component.name(), weights);
        Weight desired = rule.canaryShare();
        String obstacle = desired.isZero() ? "" : obstacle(rule, desired);
        Weight observed = shares.observed(component, desired, obstacle.isEmpty());
        return new Traffic(desired, observed, obstacle.isEmpty() ? untold(component, rule, desired) : obstacle, "",
                Integer.toHexString(weights.hashCode()), time.instant());
    }

    @Override
    public Reach reach(Component component) {
        return read(component).reach();
    }

    @Override
    public String set(Component component, Weight weight) {
        ForwardedRule rule = read(component);
        check(component, rule, weight);
        List<Action> wanted = rule.at(weight.basisPoints() / 100);
        if (!rule.isAt(weight)) {
            write(component, rule, new ForwardedRule(wanted, rule.stable(), rule.canary()), weight);
        }
        return rules.command(arn(component), wanted);
    }

    @Override
    public String leaveCommand(Component component) {
        return rules.command(arn(component), read(component).at(0));
    }

    private void write(Component component, ForwardedRule before, ForwardedRule wanted, Weight weight) {
        Map<String, Integer> known = Optional.ofNullable(seen.put(component.name(), before.weights())).orElse(before.weights());
        if (!weight.isZero() && !known.equals(before.weights())) {
            throw overtaken(component, before, "since it was last looked at");
        }
        rules.owner(arn(component)).ifPresent(tag -> {
            throw rejected(component, "A controller in a cluster owns it (tag " + tag + ") and would write it again.",
                    "Set the component's routing to alb, with the Ingress that holds the action.");
        });
        rules.write(arn(component), wanted.actions());
        seen.put(component.name(), wanted.weights());
        ForwardedRule after = read(component);
        if (!after.weights().equals(wanted.weights()) && !after.weights().equals(before.weights())) {
            throw overtaken(component, after, "just after we did");
        }
    }

    private FailureException overtaken(Component component, ForwardedRule now, String when) {
        return new FailureException(new Failure.Conflict("Setting the weights of " + ElbRules.label(arn(component)) + " failed",
                "Somebody else wrote it " + when + ": it sends " + now.canaryShare()
                + " to the canary now. AWS does not say who.",
                "Look at the weights it has now, then set yours again."));
    }

    private void check(Component component, ForwardedRule rule, Weight weight) {
        if (weight.basisPoints() % 100 != 0) {
            throw rejected(component, weight + " is not a whole percentage.", "Choose a whole percentage from 0 to 100.");
        }
        if (rule.reach() instanceof Reach.Only only && !only.weights().contains(weight)) {
            throw rejected(component, weight + " is out of reach: " + only.why(), "Choose one of "
                    + String.join(", ", only.weights().stream().map(Weight::toString).toList()) + ".");
        }
    }

    private String obstacle(ForwardedRule rule, Weight desired) {
        String canary = rules.without(rule.canary());
        return !canary.isEmpty() || desired.isFull() ? canary : rules.without(rule.stable());
    }

    /** What nobody can tell of a weight, and who keeps meeting the canary whatever it is. */
    private String untold(Component component, ForwardedRule rule, Weight desired) {
        int sticky = rule.stickySeconds();
        if (!desired.isZero()) {
            carried.put(component.name(), time.instant());
            return "The load balancer does not tell when a weight is in effect, which takes it some seconds." + (sticky == 0 ? ""
                    : " Sessions are sticky for " + sticky + " s: who met the canary stays on it, also after a rollback.");
        }
        Instant since = carried.get(component.name());
        return since == null || !time.instant().isBefore(since.plusSeconds(sticky)) ? ""
                : "Sessions are sticky: who met the canary stays on it until " + since.plusSeconds(sticky) + ".";
    }

    private ForwardedRule read(Component component) {
        List<Action> actions = rules.actions(arn(component));
        return new ForwardedRule(actions, group(component, actions, Routing.STABLE_GROUP, component.targetName()),
                group(component, actions, Routing.CANARY_GROUP, component.targetName() + "-canary"));
    }

    /** @param otherwise the group's name where the workspace file gives none: that of the component's Service */
    private String group(Component component, List<Action> actions, String setting, String otherwise) {
        String wanted = component.routing().settings().getOrDefault(setting, otherwise);
        List<String> there = ForwardedRule.groups(actions).stream().map(TargetGroupTuple::targetGroupArn).toList();
        return there.stream().filter(arn -> arn.equals(wanted) || ElbRules.name(arn).equals(wanted)).findFirst()
                .orElseThrow(() -> rejected(component, "It does not forward to target group " + wanted + " but to "
                        + (there.isEmpty() ? "none" : String.join(" and ", there.stream().map(ElbRules::name).toList())) + ".",
                        "Add the group to the rule, or name the right one as the routing's " + setting + "."));
    }

    private static FailureException rejected(Component component, String why, String advice) {
        return new FailureException(new Failure.Rejected("Splitting traffic by " + ElbRules.label(arn(component)) + " failed",
                why, advice));
    }

    private static String arn(Component component) {
        return component.routing().name();
    }
}
