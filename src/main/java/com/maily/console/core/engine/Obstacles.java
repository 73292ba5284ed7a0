package com.maily.console.core.engine;

import com.maily.console.core.engine.Commands.Preview;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;

/** What in a preview speaks against starting it, as the failure people are told. */
final class Obstacles {

    private Obstacles() { }

    /** @throws FailureException when the preview speaks against it */
    static Preview none(Preview preview) {
        preview.refusal().ifPresent(failure -> {
            throw new FailureException(failure);
        });
        preview.checks().stream().filter(check -> check.result() == PreflightCheck.Result.FAIL).findFirst().ifPresent(check -> {
            throw new FailureException(obstacle(check));
        });
        return preview;
    }

    private static Failure obstacle(PreflightCheck check) {
        return switch (check.title()) {
            case RightsPreflight.RIGHTS -> new Failure.Denied("Our account may not do this to " + check.subject(), check.detail(),
                    "Nothing was changed. Ask for the rights that are named.");
            case RightsPreflight.READ_ONLY -> Guards.readOnly(check.subject());
            case LockChecks.TITLE -> new Failure.Conflict(check.subject() + " is not free", check.detail(), LockChecks.ADVICE);
            case "Environment", "Environment free" -> new Failure.Conflict(check.subject() + " is not free", check.detail(),
                    "Wait for it, or roll it back.");
            default -> new Failure.Rejected(check.title() + " of " + check.subject() + " is not as it must be", check.detail(),
                    "Nothing was changed.");
        };
    }
}
