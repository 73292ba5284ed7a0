package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Step;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Turns what a look throws into what it came to: trouble that may pass is waited for until the step's timeout, any other fails
 * it.
 */
final class Looking {

    private static final Duration PATIENT = Duration.ofSeconds(5);

    private Looking() { }

    static Advance at(Step step, Supplier<StepContext> context) {
        try {
            return StepRunner.advance(step, context.get());
        } catch (FailureException problem) {
            return Advance.of(outcome(problem.failure(), where(step)));
        } catch (LockGone gone) {
            return Advance.of(new Outcome.Waiting(gone.getMessage(), PATIENT));
        } catch (RuntimeException defect) {
            return Advance.failed(new Failure.Defect(step.title() + " ran into a fault of the console",
                    defect.getClass().getSimpleName() + (defect.getMessage() == null ? "." : ": " + defect.getMessage()),
                    "Retry; if it comes again, skip with a reason and report it."));
        }
    }

    /** Of several clusters, the one that makes it wait is named. */
    private static String where(Step step) {
        String region = step.about().map(Region::regionOf).orElse("");
        return region.isEmpty() ? "" : region + ": ";
    }

    private static Outcome outcome(Failure failure, String where) {
        return switch (failure) {
            case Failure.Throttled throttled -> new Outcome.Waiting(where + failure.what(), throttled.retryAfter());
            case Failure.Unreachable _, Failure.TimedOut _ ->
                    new Outcome.Waiting(where + failure.what() + ": " + failure.why(), PATIENT);
            case Failure.Denied _, Failure.Missing _, Failure.Conflict _, Failure.Rejected _, Failure.Defect _ ->
                    new Outcome.Failed(failure);
        };
    }
}
