package com.maily.console.sandbox.metrics;

import java.time.Duration;

/** A way in which a metric source can misbehave on the wire. */
public sealed interface WireFault {

    /** Answers rightly, but late. @param delay on the wall's clock */
    record Slow(Duration delay) implements WireFault { }

    /** 429, as a gateway in front of Prometheus sends it. */
    record Throttled(Duration retryAfter) implements WireFault { }

    record Unavailable() implements WireFault { }

    /** The right answer, cut off in the middle. */
    record Truncated() implements WireFault { }

    /** A login page instead of an answer. */
    record Html() implements WireFault { }

    /** A well-formed answer with many more series than anybody asked for. */
    record Huge(int series) implements WireFault { }

    /** Every value is NaN. */
    record NotANumber() implements WireFault { }

    /** No series at all. */
    record Empty() implements WireFault { }

    /** The connection is closed without an answer. */
    record Dropped() implements WireFault { }
}
