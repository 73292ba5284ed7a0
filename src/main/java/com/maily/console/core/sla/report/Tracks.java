package com.maily.console.core.sla.report;

import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.Analysis;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What one metric was on both tracks in one window, as its source told it.
 *
 * @param step distance of two samples; a wider one is a gap
 */
record Tracks(String title, String unit, List<Sample> stable, List<Sample> canary, Duration step, Instant from, Instant to) {

    static Tracks of(Analysis analysis, Analysis.Metric metric) {
        return new Tracks(metric.objective().title(), metric.objective().unit(), metric.stable().points(),
                metric.canary().points(), analysis.step(), analysis.from(), analysis.to());
    }

    /** What to say where there is no sample to draw. */
    String nothing() {
        return Duration.between(from, to).compareTo(step) < 0 ? "shorter than the time one point covers" : "no samples in this window";
    }

    DoubleStream values() {
        return Stream.concat(stable.stream(), canary.stream()).mapToDouble(Sample::value).filter(Double::isFinite);
    }

    static double[] known(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::value).filter(Double::isFinite).sorted().toArray();
    }

    /** {@code  in ms}. */
    String in() {
        return unit.isEmpty() ? "" : " in " + unit;
    }

    Axis across() {
        double low = Stretches.seconds(from);
        return new Axis(low, Math.max(low + 1, Stretches.seconds(to)), Axis.Scale.TIME, "UTC");
    }

    /** The canary against the stable track, sample by sample of the same moment; where one of them is missing, so is this. */
    List<Sample> compared(DoubleBinaryOperator how) {
        Map<Instant, Double> theirs = new HashMap<>();
        stable.forEach(sample -> theirs.put(sample.at(), sample.value()));
        return canary.stream().map(sample -> new Sample(sample.at(),
                how.applyAsDouble(sample.value(), theirs.getOrDefault(sample.at(), Double.NaN)))).toList();
    }
}
