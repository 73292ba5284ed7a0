package com.maily.console.core.sla;

import java.time.Instant;

/** A piece of time, both ends included. */
record MetricSpan(Instant from, Instant to) {

    boolean contains(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }

    /** The longer of the two, for wishes that end at the same moment. */
    MetricSpan with(MetricSpan other) {
        return new MetricSpan(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }
}
