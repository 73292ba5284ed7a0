package com.maily.console.core.model;

/**
 * What an environment lets the judge of its canaries do, so that a team can watch its verdicts before it trusts them.
 *
 * @param onFail what happens to a canary that failed, when the judge may act
 */
public record AnalysisPolicy(Mode mode, OnFail onFail) {

    public static final AnalysisPolicy DEFAULT = new AnalysisPolicy(Mode.ACT, OnFail.HOLD);

    public enum Mode {
        /** A verdict decides whether traffic rises. */
        ACT,
        /** Verdicts are recorded and shown; traffic rises by time alone. */
        DRY_RUN
    }

    public enum OnFail {
        /** Traffic goes back to the weight that passed last, and the step is held. */
        HOLD,
        /** All traffic leaves the canary, and the step is held. */
        ABORT
    }

    public boolean dryRun() {
        return mode == Mode.DRY_RUN;
    }
}
