package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Region;
import java.time.Duration;

/**
 * One curve that can be followed: an objective's metric, or the number of requests behind it, over all traffic or one track.
 *
 * @param requests whether the objective's {@code samples} query is meant instead of its metric
 */
public record MetricLine(Objective objective, Side side, boolean requests) {

    /** Which traffic is measured. */
    public enum Side {
        TOTAL("stable|canary"), STABLE("stable"), CANARY("canary");

        private final String pattern;

        Side(String pattern) {
            this.pattern = pattern;
        }
    }

    public static MetricLine total(Objective objective) {
        return new MetricLine(objective, Side.TOTAL, false);
    }

    public static MetricLine of(Objective objective, Side side) {
        return new MetricLine(objective, side, false);
    }

    public static MetricLine requests(Objective objective, Side side) {
        return new MetricLine(objective, side, true);
    }

    /** The query to send. */
    public String query(String environment, Duration window) {
        String template = requests ? objective.samples() : objective.query();
        return side == Side.TOTAL ? ObjectiveQuery.ofAll(template, objective, environment, window)
                : template.replace("${component}", Region.baseOf(objective.component()))
                .replace("${region}", Region.regionOf(objective.component()))
                .replace("${environment}", environment)
                .replace("${tracks}", side.pattern)
                .replace("${track}", side.pattern)
                .replace("${window}", window.toSeconds() + "s");
    }
}
