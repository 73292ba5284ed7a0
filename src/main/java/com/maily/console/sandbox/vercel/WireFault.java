package com.maily.console.sandbox.vercel;

import java.time.Duration;

/** What can go wrong on the way to Vercel, for drills and tests of clients. */
public sealed interface WireFault {

    /** Answers with an error of Vercel's. @param retryAfter seconds to put into {@code Retry-After}, 0 for none */
    record Status(int status, String code, String message, int retryAfter) implements WireFault { }

    /** Promises a whole answer and hangs up in the middle of it. */
    record Truncated() implements WireFault { }

    /** A 200 with a sign-in page. */
    record NotJson() implements WireFault { }

    /** A 200 that does not end before {@code bytes}. */
    record Huge(long bytes) implements WireFault { }

    /** The right answer, but only after {@code wall} of the wall's time. */
    record Slow(Duration wall) implements WireFault { }
}
