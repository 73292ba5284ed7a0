package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TimeChartColumnsTest {

    private static final Instant FROM = Instant.parse("2025-11-20T03:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(1);

    private static List<Sample> seconds(int count) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            samples.add(new Sample(FROM.plusSeconds(i), 10));
        }
        return samples;
    }

    @Test
    void neverHidesASpikeHoweverManySamplesShareAPixel() {
        List<Sample> samples = seconds(10_000);
        samples.set(7_777, new Sample(FROM.plusSeconds(7_777), 412));

        List<TimeChartColumns> columns = TimeChartColumns.of(ChartPoints.of(samples), FROM, FROM.plusSeconds(10_000), 200, STEP);

        assertThat(columns).hasSize(200);
        assertThat(columns).extracting(TimeChartColumns::high).contains(412.0);
        assertThat(columns).extracting(TimeChartColumns::last).doesNotContain(412.0);
    }

    @Test
    void missingStepsAndUnknownValuesAreGapsNotLines() {
        List<Sample> samples = seconds(100);
        samples.removeIf(s -> s.at().isAfter(FROM.plusSeconds(20)) && s.at().isBefore(FROM.plusSeconds(30)));
        samples.replaceAll(s -> s.at().equals(FROM.plusSeconds(60)) ? new Sample(s.at(), Double.NaN) : s);

        List<TimeChartColumns> columns = TimeChartColumns.of(ChartPoints.of(samples), FROM, FROM.plusSeconds(100), 101, STEP);

        assertThat(columns).filteredOn(TimeChartColumns::gap).extracting(TimeChartColumns::x).containsExactly(30, 61);
    }

    @Test
    void leavesOutWhatLiesOutsideTheSpan() {
        List<TimeChartColumns> columns = TimeChartColumns.of(ChartPoints.of(seconds(100)), FROM.plusSeconds(50), FROM.plusSeconds(60), 11, STEP);

        assertThat(columns).extracting(TimeChartColumns::x).startsWith(0).endsWith(10);
    }

    @Test
    void ticksAreRoundAndALevelSeriesStillHasAnAxis() {
        assertThat(TimeChartScale.of(DoubleStream.of(142, 168, 200), 4, 0, 1e9).ticks()).containsExactly(140.0, 160.0, 180.0, 200.0);
        assertThat(TimeChartScale.of(DoubleStream.of(50, 50), 4, 0, 1e9).high()).isGreaterThan(50);
        assertThat(TimeChartScale.of(DoubleStream.of(), 4, 0, 1e9).ticks()).isNotEmpty();
    }

    @Test
    void airDoesNotPushARateBelowZeroNorAShareAboveAHundred() {
        TimeChartScale scale = TimeChartScale.of(DoubleStream.of(0, 0.02), 4, 0, 1e9);
        assertThat(scale.low()).isZero();
        assertThat(TimeChartScale.of(DoubleStream.of(99.98, 100), 4, 0, 100).high()).isEqualTo(100);
        assertThat(scale.label(0.01)).isEqualTo("0.01");
    }

    @Test
    void theCursorReadsARealSampleOrNothing() {
        List<Sample> samples = List.of(new Sample(FROM, 1), new Sample(FROM.plusSeconds(60), 2));
        TimeChartData.Line line = new TimeChartData.Line("p99", TimeChartData.Look.SINGLE, samples);
        TimeChartData data = TimeChartData.empty("p99", "ms");

        assertThat(data.nearest(line, FROM.plusSeconds(55))).contains(new Sample(FROM.plusSeconds(60), 2));
        assertThat(data.nearest(line, FROM.plusSeconds(30))).isEmpty();
    }

    @Test
    void theSummarySaysStale() {
        TimeChartData.Line line = new TimeChartData.Line("p99", TimeChartData.Look.SINGLE, List.of(new Sample(FROM, 164)));
        TimeChartData data = new TimeChartData("Response time", "ms", List.of(line), java.util.Optional.empty(), List.of(), List.of(),
                List.of(), STEP, true, 0, 1e9);

        assertThat(data.summary()).contains("164 ms").endsWith("stale");
    }

    @Test
    void aZoomedSpanStaysWhileTimeMovesOnAndResetReturnsToLive() {
        ChartTime time = new ChartTime();
        time.follow(FROM, Duration.ofHours(2));
        time.zoom(1, 0.5);
        ChartTime.Span zoomed = time.spanProperty().get();
        time.follow(FROM.plusSeconds(60), Duration.ofHours(2));

        assertThat(zoomed).isEqualTo(new ChartTime.Span(FROM.minus(Duration.ofHours(1)), FROM));
        assertThat(time.spanProperty().get()).isEqualTo(zoomed);
        time.reset();
        assertThat(time.spanProperty().get().to()).isEqualTo(FROM.plusSeconds(60));
    }
}
