package com.maily.console.core.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/**
 * Why something did not work, in three short sentences a tired person can act on. Each platform translates its own errors into
 * these in exactly one class. No secret ever stands in one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Failure.Unreachable.class, name = "unreachable"),
        @JsonSubTypes.Type(value = Failure.Denied.class, name = "denied"),
        @JsonSubTypes.Type(value = Failure.Missing.class, name = "missing"),
        @JsonSubTypes.Type(value = Failure.Conflict.class, name = "conflict"),
        @JsonSubTypes.Type(value = Failure.Rejected.class, name = "rejected"),
        @JsonSubTypes.Type(value = Failure.Throttled.class, name = "throttled"),
        @JsonSubTypes.Type(value = Failure.TimedOut.class, name = "timed-out"),
        @JsonSubTypes.Type(value = Failure.Defect.class, name = "defect")})
public sealed interface Failure {

    /** What failed: "kubernetes did not answer". */
    String what();
    /** Why, in the platform's words where it gave any. */
    String why();
    /** What to do now. */
    String advice();

    /** Whether the same request may succeed when it is sent again unchanged. */
    @JsonIgnore
    default boolean retryable() {
        return switch (this) {
            case Unreachable _, Throttled _, TimedOut _ -> true;
            case Denied _, Missing _, Conflict _, Rejected _, Defect _ -> false;
        };
    }

    @JsonIgnore
    default String sentence() {
        return what() + ": " + why() + " " + advice();
    }

    /** No answer at all, or a 5xx. */
    record Unreachable(String what, String why, String advice) implements Failure { }
    /** 401 or 403. */
    record Denied(String what, String why, String advice) implements Failure { }
    /** 404 or 410. */
    record Missing(String what, String why, String advice) implements Failure { }
    /** 409: somebody else changed it, or holds it. */
    record Conflict(String what, String why, String advice) implements Failure { }
    /** 400 or 422, or an input of ours that makes no sense. */
    record Rejected(String what, String why, String advice) implements Failure { }
    /** 429. @param retryAfter how long the platform asked us to wait */
    record Throttled(String what, String why, String advice, Duration retryAfter) implements Failure { }
    record TimedOut(String what, String why, String advice) implements Failure { }
    /** A fault of this program. */
    record Defect(String what, String why, String advice) implements Failure { }
}
