package com.maily.console.core.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * That somebody wants to see a line at a pace. Wishes for one line at one step share a curve, as long as the longest of them.
 */
record MetricWish(MetricLine line, MetricPace pace) {

    /** What the curve is kept under. */
    record Key(MetricLine line, Duration step) { }

    Key key() {
        return new Key(line, pace.step());
    }

    MetricQuestion question(String environment) {
        return new MetricQuestion(line.query(environment, pace.window()), pace.step());
    }

    /** The samples wanted now, with both ends on the step: two looks at one moment see the same ones. */
    MetricSpan span(Instant now) {
        long step = pace.step().toSeconds();
        Instant to = Instant.ofEpochSecond(now.getEpochSecond() / step * step);
        return new MetricSpan(to.minus(pace.reach()), to);
    }
}
