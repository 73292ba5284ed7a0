package com.maily.console.core.sla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.port.Sample;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.report.Figure.Curve;
import com.maily.console.core.sla.report.Figure.Mark;
import com.maily.console.core.sla.report.Figure.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Instant AT = Instant.parse("2025-11-20T03:00:00Z");
    private static final Analysis NIGHT = JudgedNight.analysis();

    private static Metric metric(String key) {
        return NIGHT.metrics().stream().filter(one -> one.objective().key().equals(key)).findFirst().orElseThrow();
    }

    private static Figures figures(String key) {
        return Figures.of(NIGHT, metric(key));
    }

    private static Curve curve(Figure figure, Tone tone) {
        return figure.curves().stream().filter(one -> one.tone() == tone).findFirst().orElseThrow();
    }

    @Test
    void whatWasNotScrapedIsAGapInTheSeriesAndInTheDifference() {
        Figures errors = figures("error-rate");
        assertThat(curve(errors.series(), Tone.CANARY).stretches()).hasSize(2);
        assertThat(curve(errors.series(), Tone.STABLE).stretches()).hasSize(1);
        assertThat(curve(errors.difference(), Tone.DIFFERENCE).stretches()).hasSize(2);
    }

    @Test
    void aRatioIsDrawnWithTheIntervalTheJudgeGivesAndWhatDoesNotMatter() {
        Figure ratio = figures("error-rate").difference();
        assertThat(ratio.up().scale()).isEqualTo(Axis.Scale.RATIO);
        assertThat(ratio.marks()).extracting(Mark::tone).containsExactly(Tone.EFFECT, Tone.LIMIT, Tone.EVEN);
        assertThat(ratio.marks()).extracting(Mark::label).contains("harmless to 1.1×", "no difference");
        assertThat(ratio.band()).hasValueSatisfying(band -> assertThat(band.low()).isGreaterThan(5));
        assertThat(ratio.summary()).startsWith("Bad requests, canary ÷ stable: 27×");
    }

    @Test
    void aRatioOfResponseTimesIsNotDrawnAsIfItWereOneOfSlowRequests() {
        Figure slow = figures("p99").difference();
        assertThat(slow.curves()).isEmpty();
        assertThat(slow.band()).isPresent();
        assertThat(slow.note()).as("the window's ratio is there to see").isEmpty();
    }

    @Test
    void pointsAreComparedByTheirDifferenceInTheirUnit() {
        Figure more = figures("memory").difference();
        assertThat(more.title()).isEqualTo("Canary − stable in MiB");
        assertThat(more.up().scale()).isEqualTo(Axis.Scale.LINEAR);
        assertThat(more.summary()).contains("MiB");
        assertThat(curve(more, Tone.DIFFERENCE).stretches().getFirst().getFirst().y()).isGreaterThan(50);
    }

    @Test
    void aTrackWithoutSamplesIsNotDrawnAndSaidToBeMissing() {
        Figures queue = figures("queue");
        assertThat(queue.series().curves()).extracting(Curve::tone).containsExactly(Tone.STABLE);
        assertThat(queue.series().summary()).contains("canary without samples");
        assertThat(queue.difference().note()).isEqualTo("nothing to compare");
        assertThat(queue.distribution().curves()).hasSize(1);
    }

    @Test
    void aDistributionRisesFromNothingToAll() {
        Tracks tracks = new Tracks("p99", "ms", List.of(), List.of(new Sample(AT, 30), new Sample(AT.plusSeconds(60), Double.NaN),
                new Sample(AT.plusSeconds(120), 10)), Duration.ofMinutes(1), AT, AT.plusSeconds(180));
        Figure figure = DistributionFigure.of(tracks, 20);
        List<Figure.Point> points = figure.curves().getFirst().stretches().getFirst();
        assertThat(points).extracting(Figure.Point::y).containsExactly(0.0, 0.0, 50.0, 50.0, 100.0, 100.0);
        assertThat(points.get(1).x()).isEqualTo(10);
        assertThat(figure.marks()).singleElement().satisfies(mark -> assertThat(mark.upright()).isTrue());
    }

    @Test
    void ticksAreRoundAndInside() {
        Axis times = new Axis(AT.getEpochSecond() + 7, AT.getEpochSecond() + 1_800, Axis.Scale.TIME, "UTC");
        assertThat(times.ticks(6)).extracting(Tick::label).containsExactly("03:05", "03:10", "03:15", "03:20", "03:25", "03:30");
        Axis ratio = Axis.ratio(DoubleStream.of(0.4, 40, Double.POSITIVE_INFINITY));
        assertThat(ratio.ticks(12)).extracting(Tick::label).containsExactly("0.5×", "1×", "2×", "5×", "10×", "20×", "50×");
        assertThat(ratio.share(ratio.at(0.3))).isCloseTo(0.3, within(1e-9));
        assertThat(Axis.linear(DoubleStream.of(0, 9_400), 0, "ms").ticks(4)).extracting(Tick::label).containsExactly("0",
                "5,000");
    }
}
