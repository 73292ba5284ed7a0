package com.maily.console.core.sla.judge;

import com.maily.console.core.sla.Verdict.Word;
import java.util.Optional;

/**
 * Judges counts that grow while a canary bakes, as often as one likes. Harm is said as soon as it is proven, also by few
 * requests; its absence needs enough of them, and a share above the limit that may still be chance is no pass.
 *
 * @param allowed   share of bad requests that keeps the limit, 0 to 1
 * @param tolerance increase over the stable track that does not matter, 0.1 for 10 %
 * @param minimum   requests the canary must have served before silence counts as health
 * @param alpha     risk of failing a harmless canary at any of all looks
 */
public record CountRule(double allowed, double tolerance, int minimum, double alpha) {

    /** The risk of a wrong alarm on one rung, shared by all objectives of a component that can fail it. */
    public static final double RISK = 0.01;
    /** A smaller increase over stable does not matter unless an objective says otherwise. */
    public static final double TOLERANCE = 0.1;
    /** Being worse than stable fails a canary only from this share of what is allowed on: 2 bad in a million are no harm. */
    private static final double MATTERS = 0.5;
    private static final String METHOD = "always-valid likelihood ratio of two rates";

    /** Empty counts mean that the source had none. */
    public Finding judge(Optional<Counts> stable, Optional<Counts> canary) {
        return judge(stable, canary, Tail.NONE);
    }

    /** @param tail what is known of both tracks at further limits, {@link Tail#NONE} when nothing is */
    public Finding judge(Optional<Counts> stable, Optional<Counts> canary, Tail tail) {
        if (canary.isEmpty() || canary.get().total() == 0) {
            return Finding.silent(Word.NO_DATA, 0, METHOD, "no requests were counted at the canary, which is not a pass");
        }
        Counts ours = canary.get();
        Optional<Counts> beside = stable.filter(counts -> counts.total() > 0);
        boolean worse = beside.filter(counts -> worse(counts, ours, tail)).isPresent();
        if (tail.isEmpty()) {
            return told(beside, ours, worse, "worse than stable");
        }
        Finding told = told(beside, ours, worse, "slower than stable here and beyond");
        return told.with(told.word(), METHOD + ", with " + tail.canary().size() + " further limits", told.sentence());
    }

    private Finding told(Optional<Counts> beside, Counts ours, boolean worse, String how) {
        String seen = seen(ours);
        if (over(ours) || worse && notable(ours)) {
            return finding(Word.FAIL, beside, ours, seen + ", " + (over(ours) ? "more than the" : how + ";") + permitted());
        }
        if (beside.isEmpty()) {
            return finding(Word.NO_DATA, beside, ours, "the stable track has no counts to compare with, which is not a pass");
        }
        if (ours.total() < minimum) {
            return finding(Word.TOO_FEW_SAMPLES, beside, ours, "not judged yet, " + Plain.count(ours.total()) + " of "
                    + Plain.count(minimum) + " requests");
        }
        if (ours.share() > allowed) {
            return finding(Word.TOO_FEW_SAMPLES, beside, ours, seen + ", over the" + permitted() + ", but that may be chance");
        }
        return finding(worse ? Word.MARGINAL : Word.PASS, beside, ours,
                seen + ", " + (worse ? how + " but within the" : "within the") + permitted());
    }

    /** Whether harm is proven, which is all that fails a canary. */
    public boolean harmful(Counts stable, Counts canary, Tail tail) {
        return over(canary) || worse(stable, canary, tail) && notable(canary);
    }

    private boolean over(Counts canary) {
        return proven(LimitEvidence.of(canary, allowed));
    }

    /** The limit itself weighs as much as its tail; the average of two evidences is one again (see {@link TailEvidence}). */
    private boolean worse(Counts stable, Counts canary, Tail tail) {
        double limit = RatioEvidence.of(stable, canary, tolerance);
        return proven(tail.isEmpty() ? limit
                : Mixture.logMean(limit, TailEvidence.of(tail, stable.total(), canary.total(), tolerance)));
    }

    private boolean notable(Counts canary) {
        return canary.share() > allowed * MATTERS;
    }

    /** Each question, against the limit and against stable, has half of the risk. */
    private boolean proven(double evidence) {
        return evidence >= Math.log(2 / alpha);
    }

    private static String seen(Counts counts) {
        return Plain.count(counts.bad()) + " of " + Plain.count(counts.total()) + " requests bad ("
                + Plain.percent(counts.share()) + ")";
    }

    private String permitted() {
        return " allowed " + Plain.percent(allowed);
    }

    private Finding finding(Word word, Optional<Counts> stable, Counts canary, String sentence) {
        if (stable.isEmpty()) {
            return Finding.silent(word, canary.total(), METHOD, sentence);
        }
        Interval interval = RatioInterval.of(stable.get(), canary, alpha);
        double ratio = canary.share() / stable.get().share();
        return new Finding(word, canary.total(), Double.isFinite(ratio) ? ratio : null, interval, METHOD,
                sentence + besides(stable.get(), canary, ratio, interval));
    }

    private static String besides(Counts stable, Counts canary, double ratio, Interval interval) {
        if (stable.bad() == 0) {
            return "; stable had none in " + Plain.count(stable.total());
        }
        return canary.bad() == 0 ? "" : "; " + Plain.number(ratio) + " times stable (" + Plain.number(interval.lower()) + " to "
                + Plain.number(interval.upper()) + ")";
    }
}
