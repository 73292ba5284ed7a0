package com.maily.console.sandbox.vercel;

import java.time.Instant;

/** The last move of the production domains, asynchronous as Vercel's is. */
record AliasRequest(Type type, String from, String to, Status status, Instant requestedAt) {

    enum Type { PROMOTE, ROLLBACK }

    enum Status { PENDING, IN_PROGRESS, SUCCEEDED, FAILED }

    AliasRequest with(Status next) {
        return new AliasRequest(type, from, to, next, requestedAt);
    }

    boolean running() {
        return status == Status.PENDING || status == Status.IN_PROGRESS;
    }
}
