package com.maily.console.desktop.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.MetricCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast the error budget is spent. Burn is the error share over the allowed error share, so that with 99.99 % allowed errors
 * are 0.01 % and 0.02 % burns it twice as fast as allowed.
 *
 * @param burns    over windows of growing length; a window without samples is left out
 * @param spent    the share of the shown range's budget that is used up, above 1 when it is overdrawn; NaN when unknown
 */
record SlaBudget(List<Burn> burns, double spent, double allowed) {

    /**
     * @param rate  times the allowed speed
     * @param pager the rate at which a pager would ring for this window
     */
    record Burn(String window, double rate, double pager) { }

    /** Windows with the pager thresholds of the SRE workbook's multi-window alerts. */
    private enum Window {
        SHORT("5m", Duration.ofMinutes(5), 14.4), HOUR("1h", Duration.ofHours(1), 14.4), LONG("6h", Duration.ofHours(6), 6);

        private final String label;
        private final Duration length;
        private final double pager;

        Window(String label, Duration length, double pager) {
            this.label = label;
            this.length = length;
            this.pager = pager;
        }
    }

    /**
     * @param errors the error share in percent, against an objective whose limit is the allowed share; a stale one gives no
     * budget
     */
    static Optional<SlaBudget> of(Optional<MetricCurve> errors, Duration range, Instant now) {
        return errors.filter(curve -> curve.line().objective().limit() > 0
                && curve.line().objective().bound() == Objective.Bound.AT_MOST && curve.fresh(now)).map(curve -> {
            double allowed = curve.line().objective().limit();
            List<Burn> burns = java.util.Arrays.stream(Window.values())
                    .map(w -> new Burn(w.label, mean(curve, w.length, now) / allowed, w.pager))
                    .filter(burn -> !Double.isNaN(burn.rate())).toList();
            return new SlaBudget(burns, mean(curve, range, now) / allowed, allowed);
        });
    }

    private static double mean(MetricCurve curve, Duration window, Instant now) {
        return curve.samples().stream().filter(s -> s.at().isAfter(now.minus(window))).mapToDouble(Sample::value)
                .filter(Double::isFinite).average().orElse(Double.NaN);
    }
}
