package com.maily.console.core.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the judge says of a canary, and why, in one plain sentence. What only newer versions know is null in older journals.
 *
 * @param samples requests the canary served in the window that was judged
 * @param score   percent of the weight that passed, null when no objective says anything
 * @param groups  how each group of objectives does
 * @param dryRun  whether it was only recorded, and decided nothing
 */
public record Verdict(Word word, String sentence, double samples, List<Judgement> judgements, @Nullable Double score,
                      @Nullable List<Group> groups, boolean dryRun) {

    public Verdict {
        judgements = List.copyOf(judgements);
        groups = groups == null ? null : List.copyOf(groups);
    }

    /** One without a score. */
    public Verdict(Word word, String sentence, double samples, List<Judgement> judgements) {
        this(word, sentence, samples, judgements, null, null, false);
    }

    /** The same, recorded but not acted on; its sentence says so wherever it is shown. */
    public Verdict asDryRun() {
        return new Verdict(word, "Dry run: " + sentence, samples, judgements, score, groups, true);
    }

    /** Whether it takes traffic from the canary. */
    public boolean fails() {
        return word == Word.FAIL && !dryRun;
    }

    /** From best to worst, except that the last two say nothing either way. */
    public enum Word { PASS, MARGINAL, FAIL, TOO_FEW_SAMPLES, NO_DATA }

    /**
     * How the objectives of one group do together.
     *
     * @param weight of the group in the score
     * @param score  percent of its weight that passed, null when none of them says anything
     */
    public record Group(String name, double weight, @Nullable Double score, Word word) { }

    /**
     * One metric's share in a verdict, with its working. What only newer versions know is null in older journals.
     *
     * @param canary  the canary's value in the objective's unit, null when the source had none
     * @param stable  the stable track's value, null when the source had none
     * @param samples requests of the canary that were counted, or points where nothing is counted
     * @param effect  how many times the stable track's share of bad requests the canary's is; where nothing is counted, by how much its
     *                points differ, in the objective's unit
     * @param lower   from where on that effect lies with the judge's confidence
     * @param upper   up to where, null also when it has no end
     * @param method  the test that decided
     * @param query   what counted the canary's bad requests, or gave its points
     * @param group   which objectives it shares its weight with
     * @param weight  in the score
     */
    public record Judgement(String objective, Word word, @Nullable Double canary, @Nullable Double stable, double limit, String unit,
                            String sentence, @Nullable Double samples, @Nullable Double effect, @Nullable Double lower,
                            @Nullable Double upper, @Nullable String method, @Nullable String query, @Nullable String group,
                            @Nullable Double weight) {

        /** A judgement by a metric's value alone. */
        public Judgement(String objective, Word word, @Nullable Double canary, @Nullable Double stable, double limit, String unit,
                         String sentence) {
            this(objective, word, canary, stable, limit, unit, sentence, null, null, null, null, null, null, null, null);
        }
    }
}
