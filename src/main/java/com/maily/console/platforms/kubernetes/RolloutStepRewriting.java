package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.StepRewriting;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Writes other steps into a Rollout that rests at one. Its controller then starts at the first step again, so that the new ones
 * begin with
 * the weight there is: no request changes sides by it.
 */
record RolloutStepRewriting(RoutedObject rollouts) implements StepRewriting {

    private static final String STEPS = "/spec/strategy/canary/steps";

    @Override
    public Rewrite preview(Component component, Weight next) {
        String name = component.routing().name();
        RolloutState state = new RolloutState(rollouts.get(name));
        check(name, state, next);
        JsonNode before = state.rollout().at(STEPS);
        RewrittenSteps steps = new RewrittenSteps(state, next);
        ArrayNode after = steps.after();
        return new Rewrite(state.desired(), next, lines(before), lines(after), consequences(state, steps),
                rollouts.command(name, patch(state, before, after)));
    }

    @Override
    public String rewrite(Component component, Rewrite shown) {
        String name = component.routing().name();
        Rewrite now = preview(component, shown.next());
        if (!now.equals(shown)) {
            throw new FailureException(new Failure.Conflict("Rewriting the steps of rollout/" + name + " failed",
                    "The Rollout has moved or was written since this was shown.", "Look at what it would be now."));
        }
        RolloutState state = new RolloutState(rollouts.get(name));
        rollouts.patch(name, patch(state, state.rollout().at(STEPS), new RewrittenSteps(state, shown.next()).after()),
                RoutedObject.version(state.rollout()), "spec", "strategy");
        return now.command();
    }

    private static void check(String name, RolloutState state, Weight next) {
        String against = state.unseen() ? "Its controller has not seen its latest change."
                : state.promoted() ? "No new version is under way." : state.aborted() ? "It was aborted."
                : !state.resting() ? "It is between two steps."
                : next.basisPoints() % 100 != 0 || !next.isAbove(state.desired()) || next.isFull()
                        ? next + " is no whole percentage between the " + state.desired() + " it has and 100 %." : "";
        if (!against.isEmpty()) {
            throw new FailureException(new Failure.Rejected("Rewriting the steps of rollout/" + name + " makes no sense now",
                    against,
                    "Steps can be rewritten while a new version rests at one of them, for a weight above the present one."));
        }
    }

    private static List<String> consequences(RolloutState state, RewrittenSteps steps) {
        List<String> consequences = new ArrayList<>();
        consequences.add("The controller starts at the first step again, which keeps " + state.desired()
                + " on the canary; pauses and analyses there begin anew.");
        if (!steps.leftOut().isEmpty()) {
            consequences.add("Steps that are left out: " + String.join(", ", steps.leftOut()) + ".");
        }
        String writer = FieldOwner.of(state.rollout(), "spec", "strategy", "canary", "steps");
        consequences.add("What applies the Rollout from Git" + (writer.isEmpty() ? "" : " (the steps were last written by "
                + writer + ")")
                + " undoes this at its next sync, unless Git gets the same steps.");
        consequences.add("The steps stay for the next version too.");
        return consequences;
    }

    /** Holds only for the steps and the place it was made from, whatever else the controller counted meanwhile. */
    private static String patch(RolloutState state, JsonNode before, JsonNode after) {
        return Serialization.asJson(List.of(Split.operation("test", STEPS, before),
                Split.operation("test", "/status/currentStepIndex", state.index()), Split.operation("replace", STEPS, after)));
    }

    static List<String> lines(JsonNode steps) {
        return StreamSupport.stream(steps.spliterator(), false).map(RolloutStepRewriting::line).toList();
    }

    /** {@code setWeight 20}, {@code pause}, {@code pause 5m}. */
    static String line(JsonNode step) {
        if (step instanceof ObjectNode object && object.size() == 1) {
            JsonNode value = object.elements().next();
            String name = object.fieldNames().next();
            return value.isValueNode() ? name + " " + value.asText() : value.isEmpty() ? name
                    : name.equals("pause") ? name + " " + value.path("duration").asText() : name + " " + value;
        }
        return step.toString();
    }
}
