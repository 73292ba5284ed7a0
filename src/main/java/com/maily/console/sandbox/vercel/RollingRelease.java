package com.maily.console.sandbox.vercel;

import java.time.Instant;
import java.util.List;

/**
 * A rolling release as it is at a moment.
 *
 * @param current the deployment it started from
 * @param stages  target percentages, the last one 100
 * @param stage   index of the active one
 * @param percent what the edge sends to the canary now; follows the stage a moment later
 */
record RollingRelease(State state, String current, String canary, List<Integer> stages, int stage, int percent, Instant startedAt,
                      Instant updatedAt) {

    enum State { ACTIVE, COMPLETE, ABORTED }

    boolean active() {
        return state == State.ACTIVE;
    }

    int target() {
        return stages.get(stage);
    }

    RollingRelease at(int nextStage, Instant now) {
        return new RollingRelease(state, current, canary, stages, nextStage, percent, startedAt, now);
    }

    RollingRelease shifted(int nextPercent, Instant now) {
        return new RollingRelease(state, current, canary, stages, stage, nextPercent, startedAt, now);
    }

    RollingRelease ended(State end, int endPercent, Instant now) {
        return new RollingRelease(end, current, canary, stages, stage, endPercent, startedAt, now);
    }
}
