package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.maily.console.core.port.Sample;
import com.maily.console.desktop.OnStage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VerticalDirection;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class TimeChartInputTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final ChartTime time = new ChartTime();
    private TimeChart first;
    private TimeChart second;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int i = 21_600; i >= 0; i -= 15) {
            samples.add(new Sample(NOW.minusSeconds(i), 160));
        }
        TimeChartData data = new TimeChartData("p99", "ms", List.of(new TimeChartData.Line("all", TimeChartData.Look.SINGLE, samples)),
                Optional.empty(), List.of(), List.of(), List.of(), Duration.ofSeconds(15), false, 0, 1e9);
        stage = new OnStage(900, 300, theme -> {
            first = new TimeChart(theme, time);
            second = new TimeChart(theme, time);
            for (TimeChart chart : List.of(first, second)) {
                chart.setPrefSize(440, 280);
                chart.show(data);
            }
            time.follow(NOW, HOUR, Duration.ofHours(6));
            return new HBox(first, second);
        });
        OnStage.until(() -> first.plot() != null && second.plot() != null);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private ChartTime.Span span() {
        return time.spanProperty().get();
    }

    private void keys(KeyCode... codes) {
        WaitForAsyncUtils.waitForAsyncFx(5_000, first::requestFocus);
        stage.robot.type(codes);
        WaitForAsyncUtils.waitForFxEvents(2);
    }

    @Test
    void theWheelZoomsAllChartsAroundTheMouse() throws Exception {
        stage.robot.moveTo(stage.at(first, 0.5, 0.5));
        stage.robot.scroll(2, VerticalDirection.UP);
        OnStage.until(() -> span().length().compareTo(HOUR) < 0);

        OnStage.until(() -> second.plot() != null && second.plot().span().equals(span()));
        assertThat(time.zoomed()).isTrue();
    }

    @Test
    void shiftAndWheelPan() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> first.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 200, 100, 200, 100, true, false,
                false, false, false, false, 40, 0, 40, 0, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, new PickResult(first, 200, 100))));

        assertThat(span().length()).isEqualTo(HOUR);
        assertThat(span().to()).isEqualTo(NOW.minus(Duration.ofMinutes(6)));
    }

    @Test
    void markingWithTheMouseZoomsToExactlyThat() throws Exception {
        TimeChartPlot plot = first.plot();
        stage.robot.moveTo(stage.at(first, plot.x(NOW.minusSeconds(2_400)) / first.getWidth(), 0.4));
        stage.robot.press(MouseButton.PRIMARY);
        stage.robot.moveTo(stage.at(first, plot.x(NOW.minusSeconds(1_200)) / first.getWidth(), 0.4));
        stage.robot.release(MouseButton.PRIMARY);
        OnStage.until(time::zoomed);

        assertThat(span().from()).isCloseTo(NOW.minusSeconds(2_400), within(30, ChronoUnit.SECONDS));
        assertThat(span().to()).isCloseTo(NOW.minusSeconds(1_200), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void draggingTheTimeAxisPans() throws Exception {
        double axis = (first.getHeight() - 8) / first.getHeight();
        stage.robot.moveTo(stage.at(first, 0.4, axis));
        stage.robot.press(MouseButton.PRIMARY);
        stage.robot.moveTo(stage.at(first, 0.8, axis));
        stage.robot.release(MouseButton.PRIMARY);
        OnStage.until(time::zoomed);

        assertThat(span().length()).isEqualTo(HOUR);
        assertThat(span().to()).isBefore(NOW.minus(Duration.ofMinutes(20)));
    }

    @Test
    void arrowsPanPlusAndMinusZoomAndEndGoesBackToLive() {
        keys(KeyCode.LEFT, KeyCode.LEFT);
        assertThat(span()).isEqualTo(new ChartTime.Span(NOW.minus(Duration.ofMinutes(72)), NOW.minus(Duration.ofMinutes(12))));

        keys(KeyCode.ADD);
        assertThat(span().length()).isEqualTo(Duration.ofMinutes(48));
        keys(KeyCode.SUBTRACT);
        assertThat(span().length()).isEqualTo(HOUR);

        keys(KeyCode.HOME);
        assertThat(span().from()).isEqualTo(NOW.minus(Duration.ofHours(6)));
        keys(KeyCode.END);
        assertThat(span().to()).isEqualTo(NOW);
        assertThat(time.zoomed()).isFalse();
    }

    @Test
    void theCursorIsReachedByKeysAndStandsInAllCharts() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, first::requestFocus);
        stage.robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents(2);

        assertThat(time.cursorProperty().get()).isEqualTo(NOW.minusSeconds(72));
        assertThat(span().to()).isEqualTo(NOW);
    }

    @Test
    void nobodyGetsFurtherThanThereAreSamples() {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            for (int i = 0; i < 200; i++) {
                time.pan(-0.5);
            }
            time.zoom(0.5, 100);
            time.pan(3);
        });

        assertThat(span()).isEqualTo(new ChartTime.Span(NOW.minus(Duration.ofHours(6)), NOW));
    }

    @Test
    void aChartIsFoundByTabAndTellsItself() {
        assertThat(first.isFocusTraversable()).isTrue();
        String told = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> (String) first.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        assertThat(told).isEqualTo("p99, all now 160 ms, between 160 and 160");
    }
}
