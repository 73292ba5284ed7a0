package com.maily.console.core.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * One metric's share in a verdict, with its working. What only newer versions know is null in older journals.
     *
     * @param canary  the canary's value in the objective's unit, null when the source had none
     * @param stable  the stable track's value, null when the source had none
     * @param samples requests of the canary that were counted
     * @param effect  how many times the stable track's share of bad requests the canary's is
     * @param lower   from where on that ratio lies with the judge's confidence
     * @param upper   up to where, null also when it has no end
     * @param method  the test that decided
     * @param query   what counted the canary's bad requests
     */
    public record Judgement(String objective, Word word, @Nullable Double canary, @Nullable Double stable, double limit, String unit,
                            String sentence, @Nullable Double samples, @Nullable Double effect, @Nullable Double lower,
                            @Nullable Double upper, @Nullable String method, @Nullable String query) {

        /** A judgement by a metric's value alone. */
        public Judgement(String objective, Word word, @Nullable Double canary, @Nullable Double stable, double limit, String unit,
                         String sentence) {
            this(objective, word, canary, stable, limit, unit, sentence, null, null, null, null, null, null);
        }
    }
}
