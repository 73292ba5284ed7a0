package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.Verdict.Judgement;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.Finding;
import com.maily.console.core.sla.judge.Interval;
import com.maily.console.core.sla.judge.Room;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One objective's share in a verdict, pure: the same reading always gives the same word and the same sentence.
 *
 * @param finding what its counts or points say, null when only its present value is known
 * @param query   what counted the bad requests or gave the points, null as before
 */
record Ruling(Objective objective, Reading reading, Word word, @Nullable Finding finding, @Nullable String query) {

    /** By its value alone. */
    static Ruling of(Objective objective, Reading reading) {
        return new Ruling(objective, reading, word(objective, reading), null, null);
    }

    /** Before it can be told. */
    static Ruling early(Objective objective, Duration left) {
        String sentence = "not judged yet, " + Numbers.count(left.toSeconds()) + " s to go after the shift";
        return new Ruling(objective, new Reading(Double.NaN, Double.NaN, Double.NaN), Word.TOO_FEW_SAMPLES,
                new Finding(Word.TOO_FEW_SAMPLES, 0, null, null, "", sentence), null);
    }

    /** Of one whose source does not answer. */
    static Ruling silent(Objective objective, Failure why) {
        return new Ruling(objective, new Reading(Double.NaN, Double.NaN, Double.NaN), Word.NO_DATA, new Finding(Word.NO_DATA, 0, null,
                null, "", "no data, which is not a pass; " + why.what()), null);
    }

    /** By the requests that were counted. */
    static Ruling counted(Objective objective, Reading reading, Finding finding, String query) {
        return new Ruling(objective, reading, Summary.Part.softened(objective, finding.word()), finding, query);
    }

    /** By its points, minute by minute, with its value beside them. */
    static Ruling minutes(Objective objective, Reading reading, Finding finding, String query) {
        int minimum = objective.judging().minimum();
        boolean few = reading.samples() < minimum && finding.word() != Word.NO_DATA;
        Finding held = few ? finding.tooFew(reading.samples(), minimum) : finding;
        Word word = held.word() != Word.PASS ? held.word() : Double.isNaN(reading.value()) ? Word.NO_DATA
                : Room.of(objective).close(reading.value()) ? Word.MARGINAL : Word.PASS;
        return new Ruling(objective, reading, Summary.Part.softened(objective, word), held, query);
    }

    private static Word word(Objective objective, Reading reading) {
        if (reading.samples() < objective.judging().minimum()) {
            return Word.TOO_FEW_SAMPLES;
        }
        if (Double.isNaN(reading.value())) {
            return Word.NO_DATA;
        }
        if (!objective.metBy(reading.value())) {
            return objective.critical() ? Word.FAIL : Word.MARGINAL;
        }
        return Room.of(objective).close(reading.value()) ? Word.MARGINAL : Word.PASS;
    }

    /** All objectives' rulings as one verdict. */
    static Verdict together(List<Ruling> rulings) {
        double samples = rulings.stream().mapToDouble(ruling -> ruling.reading.samples()).filter(n -> !Double.isNaN(n)).max()
                .orElse(0);
        Summary summary = Summary.of(rulings.stream().map(Ruling::part).toList(), samples);
        return new Verdict(summary.word(), summary.sentence(), samples, rulings.stream().map(Ruling::judgement).toList(),
                summary.score(), summary.groups(), false);
    }

    private Summary.Part part() {
        return new Summary.Part(objective, word, sentence(), finding != null && objective.counted() != null);
    }

    private Judgement judgement() {
        return new Judgement(objective.key(), word, orNull(reading.value()), orNull(reading.stable()), objective.limit(),
                objective.unit(), sentence() + ".", finding == null ? null : finding.samples(),
                finding == null ? null : finding.effect(), edge(Interval::lower), edge(Interval::upper),
                finding == null ? null : finding.method(), query, Summary.group(objective),
                objective.judging().weight());
    }

    private @Nullable Double edge(ToDoubleFunction<Interval> end) {
        return finding == null || finding.interval() == null ? null : orNull(end.applyAsDouble(finding.interval()));
    }

    private String sentence() {
        String name = objective.key();
        boolean silent = word == Word.TOO_FEW_SAMPLES || word == Word.NO_DATA && finding != null && finding.word() == word;
        if (finding != null && (objective.counted() != null || silent)) {
            return name + ": " + finding.sentence();
        }
        String proof = finding == null || finding.word() == Word.PASS ? "" : "; " + finding.sentence();
        return switch (word) {
            case NO_DATA -> name + " has no data, which is not a pass";
            case TOO_FEW_SAMPLES -> name + " is not judged yet, too few requests";
            case PASS -> measured() + " keeps its limit of " + limit() + besides();
            case MARGINAL, FAIL -> measured() + (objective.metBy(reading.value()) ? near() : missed()) + " its limit of "
                    + limit() + besides() + proof;
        };
    }

    private String near() {
        return Room.of(objective).close(reading.value()) ? " is close to" : " is within";
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
