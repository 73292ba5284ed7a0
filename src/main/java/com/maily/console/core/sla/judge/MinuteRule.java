package com.maily.console.core.sla.judge;

import com.maily.console.core.sla.Verdict.Word;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Judges a metric without counts while a canary bakes, as often as one likes: one point a minute of either track, none
 * overlapping. Three questions, each a sign test (Arbuthnot 1710) made sequential (Wald 1945) by {@link LimitEvidence}. It may be
 * looked at for ever, because a harmless canary gives each new minute at most an even chance whatever came before, however few
 * requests a minute holds: is it over its limit in most minutes; is it worse than stable, beyond the tolerance, in most; does it
 * stray further from its own middle than stable from its own in most, the middles being those of the minutes before? The last
 * one only warns, because the metric of a track with fewer requests scatters more by itself.
 * Only what is proven fails. What the tests for one look ({@link PointRule}) suspect is held until it is clear.
 *
 * @param tolerance by which a canary's point may be worse than stable's, 0.1 for 10 %
 * @param minimum   minutes before silence counts as health
 * @param alpha     risk of failing a harmless canary at any of all looks
 */
public record MinuteRule(Room room, double tolerance, int minimum, double alpha) {

    static final double EVEN = 0.5;
    private static final double WIDER = 1.5;
    /** Minutes before a middle means anything. */
    private static final int SETTLED = 3;
    /** Those that can fail it. */
    private static final double QUESTIONS = 2;
    private static final String METHOD = "always-valid sign tests of minutes";

    /** Both tracks' points of the same minutes; NaN where one has none. */
    public Finding judge(double[] stable, double[] canary) {
        double[] known = WindowRule.known(canary);
        double[][] pairs = pairs(stable, canary);
        double[] theirs = pairs[0];
        double[] ours = pairs[1];
        if (known.length == 0) {
            return Finding.silent(Word.NO_DATA, 0, METHOD, "the canary has no data, which is not a pass");
        }
        double over = room.countOver(known);
        String beyond = "over it in " + Plain.count(over) + " of " + minutes(known.length);
        if (proven(over, known.length)) {
            return finding(Word.FAIL, theirs, ours, known.length, beyond);
        }
        if (ours.length == 0) {
            return Finding.silent(Word.NO_DATA, known.length, METHOD,
                    "the stable track has no data to compare with, which is not a pass");
        }
        return beside(theirs, ours, known, over > known.length / 2.0 ? beyond : "");
    }

    /** @param beyond how often it was over its limit when that is most often, though not proven to be more than chance */
    private Finding beside(double[] theirs, double[] ours, double[] known, String beyond) {
        double worse = worse(theirs, ours);
        String compared = "worse than stable in " + Plain.count(worse) + " of " + minutes(ours.length);
        if (proven(worse, ours.length)) {
            return finding(room.notable(ours) ? Word.FAIL : Word.MARGINAL, theirs, ours, known.length, compared);
        }
        if (!beyond.isEmpty()) {
            return finding(Word.TOO_FEW_SAMPLES, theirs, ours, known.length, beyond + ", but that may be chance");
        }
        if (known.length < minimum) {
            return finding(Word.TOO_FEW_SAMPLES, theirs, ours, known.length,
                    "not judged yet, " + known.length + " of " + minutes(minimum));
        }
        PointRule once = new PointRule(room, tolerance, minimum);
        if (once.shifted(theirs, ours) && room.notable(ours)) {
            return finding(Word.TOO_FEW_SAMPLES, theirs, ours, known.length, "it looks worse than stable, but that may be chance: "
                    + once.judge(theirs, ours).sentence());
        }
        double[] strayed = strayed(theirs, ours);
        return proven(strayed[0], strayed[1])
                ? finding(Word.MARGINAL, theirs, ours, known.length, "further from its middle than stable in "
                        + Plain.count(strayed[0]) + " of " + minutes(strayed[1]))
                : finding(Word.PASS, theirs, ours, known.length, compared);
    }

    private static String minutes(double count) {
        return Plain.count(count) + (count == 1 ? " minute" : " minutes");
    }

    /** Each question that can fail it has an equal part of the risk. */
    private boolean proven(double count, double of) {
        return LimitEvidence.of(new Counts(count, of), EVEN) >= Math.log(QUESTIONS / alpha);
    }

    private double worse(double[] stable, double[] canary) {
        double count = 0;
        for (int i = 0; i < canary.length; i++) {
            count += room.badness(canary[i]) - room.badness(stable[i]) > tolerance * room.scale(stable[i]) ? 1 : 0;
        }
        return count;
    }

    /** In how many of how many minutes the canary strayed further. */
    private static double[] strayed(double[] stable, double[] canary) {
        double count = 0;
        for (int i = SETTLED; i < canary.length; i++) {
            double ours = Math.abs(canary[i] - PointRule.median(Arrays.copyOf(canary, i)));
            count += ours > WIDER * Math.abs(stable[i] - PointRule.median(Arrays.copyOf(stable, i))) ? 1 : 0;
        }
        return new double[] {count, Math.max(0, canary.length - SETTLED)};
    }

    private static double[][] pairs(double[] stable, double[] canary) {
        double[] theirs = new double[canary.length];
        double[] ours = new double[canary.length];
        int known = 0;
        for (int i = 0; i < canary.length; i++) {
            if (!Double.isNaN(stable[i]) && !Double.isNaN(canary[i])) {
                theirs[known] = stable[i];
                ours[known++] = canary[i];
            }
        }
        return new double[][] {Arrays.copyOf(theirs, known), Arrays.copyOf(ours, known)};
    }

    private Finding finding(Word word, double[] stable, double[] canary, double points, String sentence) {
        double[] apart = IntStream.range(0, canary.length).mapToDouble(i -> canary[i] - stable[i]).filter(Double::isFinite)
                .sorted().toArray();
        return new Finding(word, points, apart.length == 0 ? null : PointRule.median(apart), MedianInterval.of(apart, alpha),
                METHOD, sentence);
    }
}
