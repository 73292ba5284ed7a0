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

    /** 422: the query is one Prometheus cannot evaluate. */
    record Refused(String why) implements WireFault { }

    /** An error with status 200, as some gateways send it. */
    record ErrorInOk(String why) implements WireFault { }

    /** Right as far as it goes, with a warning that a part is missing, as Thanos says it. */
    record Partial(String warning) implements WireFault { }

    /** Every point of a range comes twice, as from two replicas nobody has merged. */
    record Duplicated() implements WireFault { }

    /** The points of a range come newest first. */
    record Unordered() implements WireFault { }

    /** Only the questions whose query holds {@code text} are spoilt. */
    record Only(String text, WireFault fault) implements WireFault { }
}
