package com.maily.console.sandbox.aws;

import java.time.Duration;

/** What can go wrong on the way to AWS, for drills and tests of clients. */
public sealed interface WireFault {

    /** Answers with an error of AWS's. */
    record Refused(int status, String code, String message) implements WireFault { }

    /** Promises a whole answer and hangs up in the middle of it. */
    record Truncated() implements WireFault { }

    /** A 200 with a sign-in page. */
    record NotXml() implements WireFault { }

    /** The right answer, but only after {@code wall} of the wall's time. */
    record Slow(Duration wall) implements WireFault { }

    /** The change is made, and the connection closed without an answer. */
    record Lost() implements WireFault { }
}
