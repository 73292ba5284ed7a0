package com.maily.console.sandbox.datadog;

import java.time.Duration;

/** A way in which Datadog can misbehave on the wire. */
public sealed interface WireFault {

    /** Answers rightly, but late. @param delay on the wall's clock */
    record Slow(Duration delay) implements WireFault { }

    /** 429 whatever is left of the budgets. @param reset seconds until it may be asked again */
    record Throttled(int reset) implements WireFault { }

    /** 403, as for keys of another site. */
    record Forbidden() implements WireFault { }

    record Unavailable() implements WireFault { }

    /** A sign-in page instead of an answer. */
    record Html() implements WireFault { }

    /** The right answer, cut off in the middle. */
    record Truncated() implements WireFault { }

    /** A 200 that says inside that it failed. */
    record ErrorInside(String message) implements WireFault { }

    /** Every value is null. */
    record Nulls() implements WireFault { }

    /** Points from the newest to the oldest. */
    record Unordered() implements WireFault { }

    /** Every point twice. */
    record Duplicates() implements WireFault { }

    /** Its clock runs ahead of ours. */
    record Ahead(Duration by) implements WireFault { }

    /** The connection is closed without an answer. */
    record Dropped() implements WireFault { }
}
