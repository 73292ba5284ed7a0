package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Sample;
import com.maily.console.desktop.theme.Palette;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What really stands on the canvas, pixel by pixel. */
class TimeChartPainterTest {

    private static final Instant FROM = Instant.parse("2025-11-20T03:00:00Z");
    private static final ChartTime.Span SPAN = new ChartTime.Span(FROM, FROM.plusSeconds(1_000));
    private static final Palette PALETTE = Palette.dark();

    /** A painted chart, to be looked at. */
    private record Painted(TimeChartPlot plot, WritableImage image) {

        /** How many pixels of a column are of this colour, more or less. */
        int count(double x, Color colour) {
            PixelReader pixels = image.getPixelReader();
            int found = 0;
            for (int y = (int) plot.top(); y < plot.bottom(); y++) {
                Color seen = pixels.getColor((int) x, y);
                found += Math.abs(seen.getRed() - colour.getRed()) + Math.abs(seen.getGreen() - colour.getGreen())
                        + Math.abs(seen.getBlue() - colour.getBlue()) < 0.6 ? 1 : 0;
            }
            return found;
        }

        Color at(double x, double y) {
            return image.getPixelReader().getColor((int) x, (int) y);
        }

        double x(int second) {
            return plot.x(FROM.plusSeconds(second));
        }
    }

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static Painted paint(TimeChartData data) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Canvas canvas = new Canvas(568, 240);
            TimeChartPainter painter = new TimeChartPainter(canvas.getGraphicsContext2D(), PALETTE, 568, 240, SPAN, data);
            painter.paint();
            SnapshotParameters parameters = new SnapshotParameters();
            parameters.setFill(PALETTE.b1());
            return new Painted(painter.plot(), canvas.snapshot(parameters, null));
        });
    }

    private static TimeChartData data(List<Sample> samples, List<TimeChartData.Band> bands, List<Sample> weights, boolean stale) {
        return new TimeChartData("p99", "ms", List.of(new TimeChartData.Line("all", TimeChartData.Look.SINGLE, samples)), Optional.empty(),
                List.of(), bands, weights, Duration.ofSeconds(1), stale, 0, 1e9);
    }

    private static List<Sample> level(int every) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i <= 1_000; i += every) {
            samples.add(new Sample(FROM.plusSeconds(i), 10));
        }
        return samples;
    }

    @Test
    void oneSpikeAmongManySamplesOfAPixelReachesUpToItsValue() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            samples.add(new Sample(FROM.plusMillis(10L * i), i == 50_000 ? 400 : 10));
        }
        Painted painted = paint(data(samples, List.of(), List.of(), false));

        assertThat(painted.count(painted.x(500), PALETTE.ok())).isGreaterThan((int) (painted.plot().height() * 0.7));
        assertThat(painted.count(painted.x(520), PALETTE.ok())).isLessThan(6);
    }

    @Test
    void aGapStaysEmpty() {
        List<Sample> samples = level(1);
        samples.removeIf(sample -> sample.at().isAfter(FROM.plusSeconds(400)) && sample.at().isBefore(FROM.plusSeconds(600)));
        Painted painted = paint(data(samples, List.of(), List.of(), false));

        assertThat(painted.count(painted.x(300), PALETTE.ok())).isPositive();
        assertThat(painted.count(painted.x(500), PALETTE.ok())).isZero();
        assertThat(painted.count(painted.x(700), PALETTE.ok())).isPositive();
    }

    @Test
    void anAlertIsABandOverTheTimeItLastedAndNoLonger() {
        TimeChartData.Band band = new TimeChartData.Band(FROM.plusSeconds(200), Optional.of(FROM.plusSeconds(400)), State.FAILED, "Slow");
        Painted painted = paint(data(level(1), List.of(band), List.of(), false));
        double stripe = painted.plot().top() + 1;

        assertThat(painted.at(painted.x(205), stripe)).isEqualTo(PALETTE.fail());
        assertThat(painted.at(painted.x(395), stripe)).isEqualTo(PALETTE.fail());
        assertThat(painted.at(painted.x(190), stripe)).isNotEqualTo(PALETTE.fail());
        assertThat(painted.at(painted.x(410), stripe)).isNotEqualTo(PALETTE.fail());
    }

    @Test
    void anAlertThatLastsReachesTheEdgeAndAShortOneIsStillSeen() {
        Painted painted = paint(data(level(1), List.of(
                new TimeChartData.Band(FROM.plusSeconds(100), Optional.of(FROM.plusSeconds(101)), State.WAITING, "Blip"),
                new TimeChartData.Band(FROM.plusSeconds(900), Optional.empty(), State.FAILED, "Slow")), List.of(), false));
        double stripe = painted.plot().top() + 1;

        assertThat(painted.at(painted.x(100) + 1, stripe)).isEqualTo(PALETTE.waiting());
        assertThat(painted.at(painted.plot().right() - 1, stripe)).isEqualTo(PALETTE.fail());
    }

    @Test
    void theWeightIsATrackUnderThePlotAndRisesWithIt() {
        Painted painted = paint(data(level(1), List.of(), List.of(new Sample(FROM.plusSeconds(200), 10),
                new Sample(FROM.plusSeconds(600), 100)), false));
        double foot = painted.plot().foot() - 1;
        double head = painted.plot().bottom() + 6;

        assertThat(painted.at(painted.x(100), foot)).isNotEqualTo(PALETTE.can());
        assertThat(painted.at(painted.x(400), foot)).isEqualTo(PALETTE.can());
        assertThat(painted.at(painted.x(400), head)).isNotEqualTo(PALETTE.can());
        assertThat(painted.at(painted.x(800), head)).isEqualTo(PALETTE.can());
    }

    @Test
    void whatIsStaleIsGreyAndShadedBehindItsLastSample() {
        List<Sample> samples = level(1).subList(0, 700);
        Painted painted = paint(data(samples, List.of(), List.of(), true));

        assertThat(painted.count(painted.x(300), PALETTE.ok())).isZero();
        assertThat(painted.count(painted.x(300), PALETTE.t3())).isPositive();
        assertThat(painted.at(painted.x(900), painted.plot().top() + 30)).isEqualTo(PALETTE.b3());
    }
}
