package com.maily.console.sandbox.vercel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One deployment as it is at a moment; replaced by a new record at each change.
 *
 * @param ref        the Git reference it is built from, which is also its version
 * @param target     {@code production}, or empty for a preview
 * @param autoAssign whether the production domains move to it by themselves once it is built
 */
public record VercelDeployment(String id, String url, String ref, String sha, String target, State state, Substate substate,
                               Instant createdAt, Optional<Instant> buildingAt, Optional<Instant> readyAt, String error,
                               Map<String, String> meta, boolean autoAssign) {

    /** Vercel's {@code readyState}. */
    public enum State { QUEUED, INITIALIZING, BUILDING, READY, ERROR, CANCELED }

    /** Vercel's {@code readySubstate} of a ready one: built only, part of a rolling release, or has had production traffic. */
    public enum Substate { STAGED, ROLLING, PROMOTED }

    public VercelDeployment {
        meta = Map.copyOf(meta);
    }

    boolean production() {
        return target.equals("production");
    }

    boolean unfinished() {
        return switch (state) {
            case QUEUED, INITIALIZING, BUILDING -> true;
            case READY, ERROR, CANCELED -> false;
        };
    }

    VercelDeployment with(State next, Instant at) {
        return new VercelDeployment(id, url, ref, sha, target, next, substate, createdAt,
                next == State.BUILDING ? Optional.of(at) : buildingAt, next == State.READY ? Optional.of(at) : readyAt, error,
                        meta, autoAssign);
    }

    VercelDeployment with(Substate next) {
        return new VercelDeployment(id, url, ref, sha, target, state, next, createdAt, buildingAt, readyAt, error, meta,
                autoAssign);
    }

    VercelDeployment failing(String message) {
        return new VercelDeployment(id, url, ref, sha, target, State.ERROR, substate, createdAt, buildingAt, readyAt, message,
                meta, autoAssign);
    }
}
