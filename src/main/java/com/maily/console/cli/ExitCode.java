package com.maily.console.cli;

import com.maily.console.core.model.Failure;
import com.maily.console.core.sla.Verdict;

/** How mailyctl ends; scripts rely on these numbers. */
public enum ExitCode {
    /** Done, and verified on the platforms where something was changed. */
    DONE(0),
    /** Carried out but it failed, or could not be verified. */
    FAILED(1),
    /** The command line or the workspace file makes no sense; nothing was opened. */
    USAGE(2),
    /** Refused before anything was changed: preflight, busy environment, locked journal, missing rights. */
    REFUSED(3),
    /** Stopped at a point where a person must decide; the run is resumable. */
    NEEDS_PERSON(4),
    /** A fault of this program. */
    DEFECT(5),
    /** An analysis: worse than stable, or close to a limit, but no harm. */
    MARGINAL(6),
    /** An analysis: not enough was measured to say anything. */
    TOO_FEW_SAMPLES(7),
    /** An analysis: nothing was measured, which is not a pass. */
    NO_DATA(8);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    static ExitCode of(Verdict.Word word) {
        return switch (word) {
            case PASS -> DONE;
            case FAIL -> FAILED;
            case MARGINAL -> MARGINAL;
            case TOO_FEW_SAMPLES -> TOO_FEW_SAMPLES;
            case NO_DATA -> NO_DATA;
        };
    }

    static ExitCode of(Failure failure) {
        return switch (failure) {
            case Failure.Defect _ -> DEFECT;
            case Failure.Rejected _, Failure.Unreachable _, Failure.Denied _, Failure.Missing _, Failure.Conflict _,
                    Failure.Throttled _,
                 Failure.TimedOut _ -> REFUSED;
        };
    }
}
