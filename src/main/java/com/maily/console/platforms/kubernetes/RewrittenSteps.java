package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.maily.console.core.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of a Rollout with one more stop after the one it rests at: where it is, the new weight, and what was to come above
 * that. Pure.
 */
record RewrittenSteps(RolloutState state, Weight next) {

    ArrayNode after() {
        ArrayNode steps = JsonNodeFactory.instance.arrayNode();
        // The weight first: before any step has said one, all traffic would go back.
        weight(steps, state.desired());
        scale(steps);
        steps.addObject().putObject("pause");
        weight(steps, next);
        steps.addObject().putObject("pause");
        IntStream.range(resumed(), steps().size()).forEach(step -> steps.add(steps().get(step).deepCopy()));
        return steps;
    }

    /** What is not done yet and would not be done any more. */
    List<String> leftOut() {
        List<String> lost = new ArrayList<>();
        IntStream.range(state.index() + 1, resumed()).forEach(step -> lost.add(RolloutStepRewriting.line(steps().get(step))));
        return lost;
    }

    /** The first later step that goes above the new weight. */
    private int resumed() {
        return IntStream.range(Math.min(state.index() + 1, steps().size()), steps().size())
                .filter(step -> steps().get(step).has("setWeight")
                        && Weight.ofShare(steps().get(step).path("setWeight").asInt(), state.highest()).isAbove(next))
                .findFirst().orElse(steps().size());
    }

    /** How many canary pods an earlier step asked for stays as it is. */
    private void scale(ArrayNode steps) {
        IntStream.rangeClosed(0, Math.min(state.index(), steps().size() - 1)).mapToObj(steps()::get)
                .filter(step -> step.has("setCanaryScale")).reduce((_, later) -> later)
                .ifPresent(step -> steps.add(step.deepCopy()));
    }

    private void weight(ArrayNode steps, Weight weight) {
        steps.addObject().put("setWeight", (int) Math.round(weight.percent() * state.highest() / 100));
    }

    private JsonNode steps() {
        return state.rollout().at("/spec/strategy/canary/steps");
    }
}
