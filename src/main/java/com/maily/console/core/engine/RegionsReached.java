package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a run came in each region of its environment: it reached those in which every step of its own is done. */
final class RegionsReached {

    private RegionsReached() { }

    /** {@code us-east-1 and eu-west-1; ap-southeast-1 was not reached}; empty for a run that knows no regions. */
    static String words(Deployment run) {
        Map<String, Boolean> reached = new LinkedHashMap<>();
        run.steps().values().stream().filter(state -> state.step().environment().equals(run.plan().environment()))
                .forEach(state -> regions(state.step()).forEach(region ->
                        reached.merge(region, state.status() == StepState.Status.DONE, Boolean::logicalAnd)));
        List<String> missed = names(reached, false, run.goesBack());
        List<String> parts = new ArrayList<>();
        if (reached.containsValue(true)) {
            parts.add(Words.list(names(reached, true, run.goesBack())));
        } else if (!missed.isEmpty()) {
            parts.add("no region");
        }
        if (!missed.isEmpty()) {
            parts.add(Words.list(missed) + (missed.size() == 1 ? " was" : " were") + " not reached");
        }
        List<String> out = run.plan().leftOut();
        if (!out.isEmpty()) {
            parts.add(Words.list(out) + (out.size() == 1 ? " was" : " were") + " left out");
        }
        return String.join("; ", parts);
    }

    /** In the order of their waves, which a plan that goes back has the other way round. */
    private static List<String> names(Map<String, Boolean> reached, boolean whether, boolean back) {
        List<String> names = reached.entrySet().stream().filter(each -> each.getValue() == whether)
                .map(Map.Entry::getKey).toList();
        return back ? names.reversed() : names;
    }

    /** Where a step acts. What watches all regions at once belongs to none. */
    private static List<String> regions(Step step) {
        List<String> names = step instanceof Step.Soak soak ? soak.components() : step.about().stream().toList();
        List<String> regions = names.stream().map(Region::regionOf).distinct().toList();
        return regions.size() == 1 && !regions.getFirst().isEmpty() ? regions : List.of();
    }
}
