package com.maily.console.sandbox.vercel;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** Shifts production traffic from the current deployment to a canary stage by stage, each approved by hand. */
final class RollingReleases {

    /** How long the edge needs to follow a stage. */
    private static final Duration SHIFT = Duration.ofSeconds(2);

    private final VercelState state;

    RollingReleases(VercelState state) {
        this.state = state;
    }

    void start(String canaryId) {
        VercelDeployment canary = state.deployment(canaryId);
        if (!state.rollingReleases) {
            throw new VercelRefusal(422, "unprocessable_entity", "Rolling releases are not enabled for this project.");
        }
        if (state.active().isPresent()) {
            throw new VercelRefusal(409, "conflict", "A rolling release is already in progress.");
        }
        if (canary.state() != VercelDeployment.State.READY || !canary.production() || canaryId.equals(state.production)) {
            throw new VercelRefusal(422, "unprocessable_entity",
                    "The canary must be a ready production deployment that is not current.");
        }
        state.put(canary.with(VercelDeployment.Substate.ROLLING));
        state.rolling = new RollingRelease(RollingRelease.State.ACTIVE, state.production, canaryId, state.stages, 0, 0,
                state.now(), state.now());
        follow(canaryId);
    }

    void approve(int nextStage, String canaryId) {
        RollingRelease release = of(canaryId);
        if (nextStage != release.stage() + 1 || nextStage >= release.stages().size()) {
            throw new VercelRefusal(400, "bad_request", "The next stage is " + (release.stage() + 1) + ", not " + nextStage
                    + ".");
        }
        state.rolling = release.at(nextStage, state.now());
        follow(canaryId);
    }

    void complete(String canaryId) {
        RollingRelease release = of(canaryId);
        state.rolling = release.at(release.stages().size() - 1, state.now());
        follow(canaryId);
    }

    /** Ends it in favour of the deployment it started from. */
    void abort() {
        state.active().ifPresent(release -> {
            state.rolling = release.ended(RollingRelease.State.ABORTED, 0, state.now());
            state.put(state.deployment(release.canary()).with(VercelDeployment.Substate.PROMOTED));
        });
    }

    private RollingRelease of(String canaryId) {
        RollingRelease release = state.active().orElseThrow(
                () -> new VercelRefusal(404, "not_found", "There is no active rolling release."));
        if (!release.canary().equals(canaryId)) {
            throw new VercelRefusal(400, "bad_request", "The rolling release is of another canary deployment.");
        }
        return release;
    }

    private void follow(String canaryId) {
        state.after(SHIFT, () -> state.active().filter(release -> release.canary().equals(canaryId)).ifPresent(this::shift));
    }

    private void shift(RollingRelease release) {
        UnaryOperator<RollingRelease> next = release.target() < 100
                ? r -> r.shifted(r.target(), state.now()) : r -> r.ended(RollingRelease.State.COMPLETE, 100, state.now());
        state.rolling = next.apply(release);
        if (release.target() == 100) {
            state.assignProduction(release.canary());
            state.assignsItself = true;
        }
    }
}
