package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.Verdict.Judgement;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.Finding;
import com.maily.console.core.sla.judge.Interval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One objective's share in a verdict, pure: the same reading always gives the same word and the same sentence.
 *
 * @param finding what its counts say, null when only its metric is known
 * @param query   what counted the bad requests, null as before
 */
record Ruling(Objective objective, Reading reading, Word word, @Nullable Finding finding, @Nullable String query) {

    /** A met limit counts as marginal when less than this share of the room to it is left. */
    private static final double CLOSE = 0.1;
    /** Which word decides when several objectives disagree; the first one found wins. */
    private static final List<Word> WORST_FIRST = List.of(Word.FAIL, Word.NO_DATA, Word.TOO_FEW_SAMPLES, Word.MARGINAL,
            Word.PASS);

    static Ruling of(Objective objective, Reading reading, int minimum) {
        return new Ruling(objective, reading, word(objective, reading, minimum), null, null);
    }

    /** A failed objective that is not critical is only marginal. */
    static Ruling counted(Objective objective, Reading reading, Finding finding, String query) {
        Word word = finding.word() == Word.FAIL && !objective.critical() ? Word.MARGINAL : finding.word();
        return new Ruling(objective, reading, word, finding, query);
    }

    private static Word word(Objective objective, Reading reading, int minimum) {
        if (reading.samples() < minimum) {
            return Word.TOO_FEW_SAMPLES;
        }
        if (Double.isNaN(reading.value())) {
            return Word.NO_DATA;
        }
        if (!objective.metBy(reading.value())) {
            return objective.critical() ? Word.FAIL : Word.MARGINAL;
        }
        return close(objective, reading.value()) ? Word.MARGINAL : Word.PASS;
    }

    /** Close to the limit; for a floor in percent the room is what lies between it and 100 %. */
    private static boolean close(Objective objective, double value) {
        double room = switch (objective.bound()) {
            case AT_MOST -> Math.abs(objective.limit());
            case AT_LEAST -> objective.unit().equals("%") ? 100 - objective.limit() : Math.abs(objective.limit());
        };
        double left = Math.abs(objective.limit() - value);
        return room > 0 && left < room * CLOSE;
    }

    /**
     * All objectives' rulings as one verdict. Optional objectives without data are left out of the word, and the sentence says
     * so.
     */
    static Verdict together(List<Ruling> rulings) {
        Word word = rulings.stream().filter(ruling -> !ruling.leftOut()).map(Ruling::word)
                .min(Comparator.comparingInt(WORST_FIRST::indexOf)).orElse(Word.NO_DATA);
        double samples = rulings.stream().mapToDouble(ruling -> ruling.reading.samples()).filter(n -> !Double.isNaN(n)).max()
                .orElse(0);
        return new Verdict(word, sentence(rulings, word, samples), samples, rulings.stream().map(Ruling::judgement).toList());
    }

    private boolean leftOut() {
        return !objective.critical() && (word == Word.NO_DATA || word == Word.TOO_FEW_SAMPLES);
    }

    private static String sentence(List<Ruling> rulings, Word word, double samples) {
        Optional<Ruling> decisive = rulings.stream().filter(ruling -> ruling.word == word && !ruling.leftOut()).findFirst();
        String said = decisive.map(Ruling::sentence).orElse("No objective has data");
        long within = rulings.stream().filter(ruling -> ruling.word == Word.PASS).count();
        boolean several = word == Word.PASS && within > 1;
        String start = several ? "All " + within + " objectives are met" : said;
        List<String> missing = rulings.stream().filter(Ruling::leftOut).map(ruling -> ruling.objective.key()).toList();
        String left = missing.isEmpty() ? "" : " Left out for want of data: " + String.join(", ", missing) + ".";
        boolean told = !several && decisive.filter(ruling -> ruling.finding != null).isPresent();
        String counted = samples > 0 && !told ? "; " + Numbers.count(samples) + " samples." : ".";
        return start + counted + left;
    }

    private Judgement judgement() {
        return new Judgement(objective.key(), word, orNull(reading.value()), orNull(reading.stable()), objective.limit(),
                objective.unit(), sentence() + ".", finding == null ? null : finding.samples(),
                finding == null ? null : finding.effect(), edge(Interval::lower), edge(Interval::upper),
                finding == null ? null : finding.method(), query);
    }

    private @Nullable Double edge(ToDoubleFunction<Interval> end) {
        return finding == null || finding.interval() == null ? null : orNull(end.applyAsDouble(finding.interval()));
    }

    private String sentence() {
        String name = objective.key();
        if (finding != null) {
            return name + ": " + finding.sentence();
        }
        return switch (word) {
            case NO_DATA -> name + " has no data, which is not a pass";
            case TOO_FEW_SAMPLES -> name + " is not judged yet, too few requests";
            case PASS -> measured() + " keeps its limit of " + limit() + besides();
            case MARGINAL -> measured() + (objective.metBy(reading.value()) ? " is close to" : missed()) + " its limit of "
                    + limit() + besides();
            case FAIL -> measured() + missed() + " its limit of " + limit() + besides();
        };
    }

    private String missed() {
        return objective.bound() == Objective.Bound.AT_MOST ? " is over" : " is under";
    }

    private String measured() {
        return objective.key() + " " + Numbers.withUnit(reading.value(), objective.unit());
    }

    private String limit() {
        return Numbers.withUnit(objective.limit(), objective.unit());
    }

    private String besides() {
        return Double.isNaN(reading.stable()) ? "" : ", stable is " + Numbers.withUnit(reading.stable(), objective.unit());
    }

    /** Infinity (a quantile beyond the last bucket) cannot stand in JSON either; the sentence tells it. */
    private static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
