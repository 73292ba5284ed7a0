package com.maily.console.desktop.rollback;

import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * When each step of a plan can begin: as soon as the ones it comes after are done, or with its phase when it names none.
 *
 * @param begins by step id, counted from the start of the plan
 * @param waves  by step id, 1 for those that wait for nothing
 * @param whole  how long the plan takes
 */
record RollbackWaves(Map<String, Duration> begins, Map<String, Integer> waves, Duration whole) {

    static RollbackWaves of(Plan plan) {
        Map<String, Duration> begins = new HashMap<>();
        Map<String, Duration> ends = new HashMap<>();
        Map<String, Integer> waves = new HashMap<>();
        Duration phaseStart = Duration.ZERO;
        int before = 0;
        for (Phase phase : plan.phases()) {
            for (Step step : phase.steps()) {
                Duration start = step.after().stream().map(id -> ends.getOrDefault(id, Duration.ZERO))
                        .reduce(step.after().isEmpty() ? phaseStart : Duration.ZERO, RollbackWaves::later);
                int wave = 1 + step.after().stream().mapToInt(id -> waves.getOrDefault(id, 0))
                        .reduce(step.after().isEmpty() ? before : 0, Math::max);
                begins.put(step.id(), start);
                ends.put(step.id(), start.plus(step.planned()));
                waves.put(step.id(), wave);
            }
            phaseStart = ends.values().stream().reduce(phaseStart, RollbackWaves::later);
            before = waves.values().stream().reduce(before, Math::max);
        }
        return new RollbackWaves(Map.copyOf(begins), Map.copyOf(waves), phaseStart);
    }

    private static Duration later(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
