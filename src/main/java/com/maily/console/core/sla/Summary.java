package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.Verdict.Group;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.Scorecard;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What several judged objectives say together; pure, and the same for a canary that bakes and for a window long past.
 *
 * @param score percent of the weight that passed, null when no objective says anything
 */
record Summary(Word word, @Nullable Double score, List<Group> groups, String sentence) {

    /**
     * One objective's share.
     *
     * @param sentence why, without a full stop
     * @param counts   whether the sentence tells how many requests were counted
     */
    record Part(Objective objective, Word word, String sentence, boolean counts) {

        /** A failed objective that is not critical is only marginal. */
        static Word softened(Objective objective, Word word) {
            return word == Word.FAIL && !objective.critical() ? Word.MARGINAL : word;
        }

        private boolean leftOut() {
            return !objective.critical() && (word == Word.NO_DATA || word == Word.TOO_FEW_SAMPLES);
        }
    }

    private static final List<Word> WORST_FIRST = List.of(Word.FAIL, Word.NO_DATA, Word.TOO_FEW_SAMPLES, Word.MARGINAL,
            Word.PASS);

    /**
     * Optional objectives without data are left out of the word, and the sentence says so.
     *
     * @param samples requests behind it all, 0 when nothing is to be said of them
     */
    static Summary of(List<Part> parts, double samples) {
        Scorecard card = new Scorecard(parts.stream().map(Summary::metric).toList());
        List<Group> groups = card.groups().entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue().weight(), orNull(group.getValue().score()),
                        group.getValue().word())).toList();
        Word word = word(parts, card);
        return new Summary(word, orNull(card.score()), groups, sentence(parts, word, samples));
    }

    /** Where all are optional and some have begun to count, there is data, only too few. */
    private static Word word(List<Part> parts, Scorecard card) {
        boolean counting = parts.stream().allMatch(Part::leftOut) && parts.stream().anyMatch(part -> part.word == Word.TOO_FEW_SAMPLES);
        return counting ? Word.TOO_FEW_SAMPLES : card.word();
    }

    private static Scorecard.Metric metric(Part part) {
        return new Scorecard.Metric(part.objective.key(), group(part.objective), part.objective.judging().weight(),
                part.objective.critical(), part.word);
    }

    /** An objective without a group is one of its own. */
    static String group(Objective objective) {
        return objective.judging().group().isEmpty() ? objective.key() : objective.judging().group();
    }

    private static String sentence(List<Part> parts, Word word, double samples) {
        List<Part> heard = parts.stream().filter(part -> !part.leftOut()).toList();
        Optional<Part> worst = heard.stream().min(Comparator.comparingInt(part -> WORST_FIRST.indexOf(part.word)));
        boolean all = heard.size() > 1 && heard.stream().allMatch(part -> part.word == Word.PASS);
        String start = all ? "All " + heard.size() + " objectives are met"
                : worst.map(part -> outvoted(part, word) + part.sentence).orElse(word == Word.TOO_FEW_SAMPLES
                ? "Not judged yet" : "No objective has data");
        boolean told = !all && worst.filter(Part::counts).isPresent();
        List<String> missing = parts.stream().filter(Part::leftOut).map(part -> part.objective.key()).toList();
        return start + (samples > 0 && !told ? "; " + Numbers.count(samples) + " samples." : ".")
                + (missing.isEmpty() ? "" : " Left out for want of data: " + String.join(", ", missing) + ".");
    }

    private static String outvoted(Part worst, Word word) {
        return word == Word.PASS && worst.word != Word.PASS ? "Passes on the whole; " : "";
    }

    private static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
