package com.maily.console.core.sla;

import java.util.List;

/**
 * What the judge says of a canary, and why, in one plain sentence.
 *
 * @param samples requests the canary served in the window that was judged
 */
public record Verdict(Word word, String sentence, double samples, List<Judgement> judgements) {

    public Verdict {
        judgements = List.copyOf(judgements);
    }

    /** From best to worst, except that the last two say nothing either way. */
    public enum Word { PASS, MARGINAL, FAIL, TOO_FEW_SAMPLES, NO_DATA }

    /**
     * One metric's share in a verdict.
     *
     * @param canary the canary's value in the objective's unit, null when the source had none
     * @param stable the stable track's value, null when the source had none
     */
    public record Judgement(String objective, Word word, @org.jspecify.annotations.Nullable Double canary,
                            @org.jspecify.annotations.Nullable Double stable, double limit, String unit, String sentence) { }
}
