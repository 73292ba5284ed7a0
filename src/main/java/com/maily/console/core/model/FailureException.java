package com.maily.console.core.model;

/** Carries a {@link Failure} out of a port; the only exception ports throw on purpose. */
public final class FailureException extends RuntimeException {

    private final transient Failure failure;

    public FailureException(Failure failure) {
        super(failure.sentence());
        this.failure = failure;
    }

    public FailureException(Failure failure, Throwable cause) {
        super(failure.sentence(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
