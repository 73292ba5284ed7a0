package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.BlueGreen;
import com.maily.console.core.port.StepRewriting;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Moves an Argo Rollouts canary. There is no way to tell a Rollout a weight: its steps say it. A weight is set by promoting to
 * the step that has it, by aborting (0), by retrying, or by promoting everything (100), with the patches of its kubectl plugin.
 */
public final class ArgoRolloutRouter implements TrafficRouter {

    private static final int TRIES = 4;

    private final KubernetesConnection connection;
    private final RoutedObject rollouts;
    private final RolloutVirtualService sent;

    public ArgoRolloutRouter(KubernetesConnection connection) {
        this.connection = connection;
        this.rollouts = new RoutedObject(connection, "argoproj.io/v1alpha1", "Rollout");
        this.sent = new RolloutVirtualService(new RoutedObject(connection, IstioRouter.API, "VirtualService"));
    }

    @Override
    public Traffic observe(Component component) {
        RolloutState state = read(component);
        Weight desired = state.desired();
        Weight observed = sent.canaryShare(state).orElse(state.observed());
        String why = state.unseen() ? "The controller has not seen the Rollout's latest change." : why(state, desired, observed);
        return new Traffic(desired, observed, why, writer(state), RoutedObject.version(state.rollout()),
                connection.now());
    }

    @Override
    public Reach reach(Component component) {
        return reach(read(component));
    }

    @Override
    public String set(Component component, Weight weight) {
        for (int i = 1; ; i++) {
            RolloutState state = read(component);
            try {
                return set(component, state, weight);
            } catch (FailureException refused) {
                if (!(refused.failure() instanceof Failure.Conflict) || i == TRIES || moved(state, read(component))) {
                    throw named(component, refused);
                }
            }
        }
    }

    @Override
    public Optional<BlueGreen> blueGreen(Component component) {
        return new RolloutSides(component, new RolloutObjects(connection).read(component.routing().name())).read();
    }

    @Override
    public Optional<StepRewriting> stepRewriting(Component component) {
        return Optional.of(new RolloutStepRewriting(rollouts));
    }

    private String set(Component component, RolloutState state, Weight weight) {
        String name = component.routing().name();
        if (weight.equals(state.desired())) {
            return command("get rollout", name);
        }
        Reach.Only reach = reach(state);
        if (!reach.weights().contains(weight)) {
            throw new FailureException(new Failure.Rejected("Shifting " + component.name() + " failed",
                    weight + " is out of reach: " + reach.why(), "Choose one of " + Words.weights(reach.weights()) + "."));
        }
        if (weight.isZero()) {
            // Without the version: an abort is right whatever the controller wrote in between.
            rollouts.patchStatus(name, "{\"status\":{\"abort\":true}}");
            return command("abort", name);
        }
        if (state.aborted()) {
            status(name, state, Map.of("abort", false));
            return command("retry rollout", name);
        }
        return promote(name, state, weight);
    }

    /** A promotion is bound to the version it was decided on, so that two of them never skip a step. */
    private String promote(String name, RolloutState state, Weight weight) {
        if (state.promoted()) {
            throw new FailureException(new Failure.Rejected("Promoting rollout/" + name + " failed",
                    "No new version is under way, so there is nothing to send traffic to.", "Deploy the new version first."));
        }
        boolean full = !state.paused() || !weight.equals(state.afterPromotion());
        if (full) {
            status(name, state, Map.of("promoteFull", true));
        } else {
            Map<String, Object> resumed = new HashMap<>();
            resumed.put("pauseConditions", null);
            if (state.inconclusive()) {
                resumed.put("controllerPause", false);
                resumed.put("currentStepIndex", Math.min(state.index() + 1, state.stepCount()));
            }
            status(name, state, resumed);
        }
        if (state.heldByHand()) {
            rollouts.patchSpec(name, "{\"spec\":{\"paused\":false}}");
        }
        return command("promote", name) + (full ? " --full" : "");
    }

    private void status(String name, RolloutState state, Map<String, Object> status) {
        rollouts.patchStatus(name, Serialization.asJson(Map.of("metadata",
                Map.of("resourceVersion", RoutedObject.version(state.rollout())), "status", status)));
    }

    private static Reach.Only reach(RolloutState state) {
        if (state.promoted()) {
            return only(Stream.concat(state.stops().stream(), Stream.of(Weight.ZERO, Weight.FULL)),
                    "a Rollout goes where its own steps say, one at a time.");
        }
        if (state.aborted()) {
            return only(Stream.of(Weight.ZERO, state.afterRetry()), "the Rollout was aborted; a retry starts its steps again.");
        }
        if (state.switches()) {
            return only(Stream.of(Weight.ZERO, Weight.FULL),
                    "a blue/green Rollout sends all traffic to one version: promote switches it.");
        }
        Stream<Weight> always = Stream.of(Weight.ZERO, state.desired(), Weight.FULL);
        return state.paused() ? only(Stream.concat(always, Stream.of(state.afterPromotion())),
                "a Rollout has no weight to set: promote leads to " + state.afterPromotion()
                + ", promote --full to 100 %, abort to 0 %.")
                : only(always, "the Rollout is between two steps: promote --full leads to 100 %, abort to 0 %.");
    }

    private static Reach.Only only(Stream<Weight> weights, String why) {
        return new Reach.Only(weights.distinct().sorted().toList(), why);
    }

    private static String why(RolloutState state, Weight desired, Weight observed) {
        if (state.aborted() && state.promotingFully()) {
            return "An abort was asked, and the Rollout is still being promoted fully: undo it instead.";
        }
        if (desired.equals(observed)) {
            return "";
        }
        if (state.aborted()) {
            return "The Rollout was aborted, and " + observed + " of the traffic still goes to the canary.";
        }
        if (desired.equals(state.observed())) {
            return "The controller reports " + desired + ", and the VirtualService sends " + observed + ".";
        }
        boolean rounded = !state.byTraffic() && state.paused();
        return rounded ? "Without a traffic router the share is one of pods, and " + state.pods()
                + " pods cannot be split " + desired + " to the canary; the nearest is " + observed + "."
                : "Argo Rollouts says " + state.phase() + ".";
    }

    /** Who aborted it or promoted it to the end; otherwise whoever wrote the status last, mostly its controller. */
    private static String writer(RolloutState state) {
        String order = state.aborted() ? "abort" : state.promotingFully() ? "promoteFull" : "";
        return order.isEmpty() ? FieldOwner.of(state.rollout(), "status") : FieldOwner.of(state.rollout(), "status", order);
    }

    /** Whether somebody moved it, rather than the controller counting pods. */
    private static boolean moved(RolloutState before, RolloutState now) {
        return !before.desired().equals(now.desired()) || before.index() != now.index() || before.aborted() != now.aborted();
    }

    private FailureException named(Component component, FailureException refused) {
        if (!(refused.failure() instanceof Failure.Conflict conflict)) {
            return refused;
        }
        String writer = FieldOwner.of(read(component).rollout(), "status");
        return new FailureException(new Failure.Conflict(conflict.what(),
                (writer.isEmpty() ? "Somebody else" : writer) + " moved rollout/" + component.routing().name() + " in between.",
                "Look where it stands now, then decide again."), refused);
    }

    private RolloutState read(Component component) {
        JsonNode rollout = rollouts.get(component.routing().name());
        JsonNode strategy = rollout.path("spec").path("strategy");
        if (!strategy.has("canary") && !strategy.has("blueGreen")) {
            throw new FailureException(new Failure.Rejected("Reading rollout/" + component.routing().name() + " failed",
                    "Its strategy is neither canary nor blue/green.", "Correct the Rollout."));
        }
        return new RolloutState(rollout);
    }

    private String command(String verb, String name) {
        return "kubectl argo rollouts " + verb + " " + name + " -n " + connection.namespace();
    }
}
