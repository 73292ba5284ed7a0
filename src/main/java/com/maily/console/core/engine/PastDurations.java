package com.maily.console.core.engine;

import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long steps of the same title took in runs of the past. */
record PastDurations(Map<String, List<Duration>> sorted) {

    static PastDurations of(History history) {
        Map<String, List<Duration>> byTitle = new HashMap<>();
        history.deployments().stream().flatMap(run -> run.steps().values().stream())
                .filter(state -> state.status() == StepState.Status.DONE)
                .forEach(state -> byTitle.computeIfAbsent(state.step().title(), _ -> new ArrayList<>())
                        .add(state.elapsed(state.endedAt().orElse(Instant.EPOCH))));
        byTitle.values().forEach(durations -> durations.sort(null));
        return new PastDurations(byTitle);
    }

    Duration median(Step step) {
        return rank(step, 0.5);
    }

    Duration ninetieth(Step step) {
        return rank(step, 0.9);
    }

    /** The nearest-rank percentile; what was planned where there is no past. */
    private Duration rank(Step step, double share) {
        List<Duration> past = sorted.getOrDefault(step.title(), List.of());
        return past.isEmpty() ? step.planned() : past.get((int) Math.ceil(share * past.size()) - 1);
    }
}
