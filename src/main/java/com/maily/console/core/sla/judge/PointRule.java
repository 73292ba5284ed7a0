package com.maily.console.core.sla.judge;

import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.sla.Verdict.Word;
import java.util.Arrays;

/**
 * Judges the raw points of one past window, once: is the canary's metric shifted to the bad side, or does it scatter more? What a provider
 * says of the same window is never asked.
 *
 * @param room      on which side the metric must stay, and what the tolerance is a share of
 * @param tolerance shift, as a share of the stable median, that does not matter
 * @param minimum   points each side needs before silence counts as health
 */
public record PointRule(Room room, double tolerance, int minimum) {

    /** Of the interval of the shift. */
    public static final double CONFIDENCE = 0.98;
    private static final double ALPHA = 0.01;
    private static final double SUSPECT = 0.1;
    /** The chance of a canary point to be the worse one, from which on a shift is not negligible (0.5 is none). */
    private static final double NOTABLE = 0.6;
    private static final double WIDER = 1.5;
    private static final int LEAST = 3;
    private static final String METHOD = "Mann-Whitney and Brown-Forsythe";

    /** Points may be NaN where the source had nothing; they are left out, and a side without any is no pass. */
    public Finding judge(double[] stable, double[] canary) {
        double[] theirs = known(stable);
        double[] ours = known(canary);
        if (ours.length == 0 || theirs.length == 0) {
            return Finding.silent(Word.NO_DATA, ours.length, METHOD, "the " + (ours.length == 0 ? "canary" : "stable track")
                    + " has no data, which is not a pass");
        }
        if (Math.min(ours.length, theirs.length) < LEAST) {
            return Finding.silent(Word.TOO_FEW_SAMPLES, ours.length, METHOD, few(theirs, ours));
        }
        RankTest rank = RankTest.of(theirs, ours, CONFIDENCE);
        SpreadTest spread = SpreadTest.of(theirs, ours);
        Word word = word(theirs, ours, rank, spread);
        return new Finding(word, ours.length, rank.shift(), rank.between(), METHOD, word == Word.TOO_FEW_SAMPLES
                ? few(theirs, ours) : sentence(rank, spread));
    }

    /** Of known points; NaN when there are none. */
    public static double median(double[] points) {
        return points.length == 0 ? Double.NaN : SpreadTest.median(points);
    }

    private static double[] known(double[] points) {
        return Arrays.stream(points).filter(Double::isFinite).toArray();
    }

    private static String few(double[] theirs, double[] ours) {
        return "too few points: " + ours.length + " of the canary, " + theirs.length + " of the stable track";
    }

    /** Whether the points lie on the bad side of stable's, whatever their spread. */
    boolean shifted(double[] stable, double[] canary) {
        double[] theirs = known(stable);
        double[] ours = known(canary);
        if (Math.min(ours.length, theirs.length) < LEAST) {
            return false;
        }
        RankTest rank = RankTest.of(theirs, ours, CONFIDENCE);
        return rank.p() < ALPHA && matters(theirs, rank);
    }

    private boolean matters(double[] stable, RankTest rank) {
        double worse = room.bound() == Bound.AT_MOST ? rank.higher() : 1 - rank.higher();
        return worse >= NOTABLE && Math.abs(rank.shift()) > tolerance * room.scale(SpreadTest.median(stable));
    }

    private Word word(double[] stable, double[] canary, RankTest rank, SpreadTest spread) {
        boolean matters = matters(stable, rank);
        boolean shifted = matters && rank.p() < ALPHA;
        if (shifted) {
            return Word.FAIL;
        }
        if (Math.min(stable.length, canary.length) < minimum) {
            return Word.TOO_FEW_SAMPLES;
        }
        if (spread.p() < ALPHA && spread.ratio() > WIDER) {
            return Word.FAIL;
        }
        return matters && rank.p() < SUSPECT || spread.p() < ALPHA ? Word.MARGINAL : Word.PASS;
    }

    private static String sentence(RankTest rank, SpreadTest spread) {
        return "a canary point is the higher one in " + Plain.percent(rank.higher()) + " of pairs (U " + Plain.number(rank.u())
                + ", p " + Plain.number(rank.p()) + "), by " + Plain.number(rank.shift()) + " (" + Plain.number(rank.between().lower())
                + " to " + Plain.number(rank.between().upper()) + "); it scatters " + Plain.number(spread.ratio())
                + " times as much (p " + Plain.number(spread.p()) + ")";
    }
}
