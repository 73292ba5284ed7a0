package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.Verdict.Judgement;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.Finding;
import com.maily.console.core.sla.judge.Interval;
import com.maily.console.core.sla.judge.Room;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One objective's share in a verdict, pure: the same reading always gives the same word and the same sentence.
 *
 * @param finding what its counts say, null when only its metric is known
 * @param query   what counted the bad requests, null as before
 */
record Ruling(Objective objective, Reading reading, Word word, @Nullable Finding finding, @Nullable String query) {

    static Ruling of(Objective objective, Reading reading, int minimum) {
        return new Ruling(objective, reading, word(objective, reading, minimum), null, null);
    }

    /** A failed objective that is not critical is only marginal. */
    static Ruling counted(Objective objective, Reading reading, Finding finding, String query) {
        return new Ruling(objective, reading, Summary.Part.softened(objective, finding.word()), finding, query);
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
        return Room.of(objective).close(reading.value()) ? Word.MARGINAL : Word.PASS;
    }

    /** All objectives' rulings as one verdict. */
    static Verdict together(List<Ruling> rulings) {
        double samples = rulings.stream().mapToDouble(ruling -> ruling.reading.samples()).filter(n -> !Double.isNaN(n)).max()
                .orElse(0);
        Summary summary = Summary.of(rulings.stream().map(ruling -> new Summary.Part(ruling.objective, ruling.word, ruling.sentence(),
                ruling.finding != null)).toList(), samples);
        return new Verdict(summary.word(), summary.sentence(), samples, rulings.stream().map(Ruling::judgement).toList(),
                summary.score(), summary.groups());
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
