package com.maily.console.cli;

import com.maily.console.core.model.Failure;

/** The command line or the workspace file makes no sense: said before anything is opened, with an exit code of its own. */
final class UsageException extends RuntimeException {

    private final transient Failure failure;

    UsageException(Failure failure) {
        super(failure.sentence());
        this.failure = failure;
    }

    UsageException(String what, String why, String advice) {
        this(new Failure.Rejected(what, why, advice));
    }

    Failure failure() {
        return failure;
    }
}
