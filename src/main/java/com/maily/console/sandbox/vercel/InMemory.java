package com.maily.console.sandbox.vercel;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.function.Supplier;

/** The sandbox's refusals as the failures a port throws. */
final class InMemory {

    private InMemory() { }

    static <T> T ask(Supplier<T> action) {
        try {
            return action.get();
        } catch (VercelRefusal refusal) {
            throw new FailureException(failure(refusal), refusal);
        }
    }

    static FailureException rejected(String what, String why, String advice) {
        return new FailureException(new Failure.Rejected(what, why, advice));
    }

    private static Failure failure(VercelRefusal refusal) {
        String what = "The sandbox's Vercel refused";
        String why = refusal.getMessage();
        return switch (refusal.status()) {
            case 401, 403 -> new Failure.Denied(what, why, "Check the token.");
            case 404 -> new Failure.Missing(what, why, "Check the name.");
            case 409 -> new Failure.Conflict(what, why, "Wait until the other change is done, then try again.");
            case 429 -> new Failure.Throttled(what, why, "Wait.", java.time.Duration.ofSeconds(5));
            default -> refusal.status() >= 500 ? new Failure.Unreachable(what, why, "Try again.")
                    : new Failure.Rejected(what, why, "Correct what was asked for.");
        };
    }
}
