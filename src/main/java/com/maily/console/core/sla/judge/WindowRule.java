package com.maily.console.core.sla.judge;

import com.maily.console.core.sla.Verdict.Word;
import java.util.Arrays;

/**
 * Judges the raw points of one past window, once: against the stable track by {@link PointRule}, against the objective's limit by a sign
 * test: are most points over it ({@link LimitEvidence})? A wider spread alone only warns: the metric of a track with fewer
 * requests scatters more by itself.
 *
 * @param points the comparison with the stable track
 */
public record WindowRule(PointRule points, Room room) {

    private static final double ALPHA = 0.01;
    private static final String METHOD = "sign test of the points over the limit";

    /** Points may be NaN where the source had nothing. */
    public Finding judge(double[] stable, double[] canary) {
        Finding finding = points.judge(stable, canary);
        double[] known = known(canary);
        double over = room.countOver(known);
        if (known.length > 0 && LimitEvidence.of(new Counts(over, known.length), MinuteRule.EVEN) >= Math.log(1 / ALPHA)) {
            return finding.with(Word.FAIL, METHOD, over(over, known.length)
                    + (finding.word() == Word.NO_DATA ? "" : "; " + finding.sentence()));
        }
        return switch (finding.word()) {
            case FAIL -> !points.shifted(stable, known) ? finding.with(Word.MARGINAL, finding.method(), finding.sentence())
                    : room.notable(known) ? finding : finding.with(Word.MARGINAL, finding.method(),
                    finding.sentence() + "; it takes less than half of what its limit allows");
            case PASS, MARGINAL -> over > known.length / 2.0 ? finding.with(Word.TOO_FEW_SAMPLES, METHOD,
                    over(over, known.length) + ", but that may be chance") : finding;
            case TOO_FEW_SAMPLES, NO_DATA -> finding;
        };
    }

    /** A quantile beyond the last bucket is infinite, and known. */
    static double[] known(double[] points) {
        return Arrays.stream(points).filter(point -> !Double.isNaN(point)).toArray();
    }

    private static String over(double over, int points) {
        return Plain.count(over) + " of " + Plain.count(points) + " points over the limit";
    }
}
