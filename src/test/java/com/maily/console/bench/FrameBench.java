package com.maily.console.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Sample;
import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.fx.LatestByKey;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.TimeChart;
import com.maily.console.desktop.widget.TimeChartData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How evenly frames come while 12 charts of 4 x 1,000 points change each second and a table of 1,000 pods changes 100 times a
 * second.
 */
@Tag("bench")
class FrameBench {

    private static final int CHARTS = 12;
    private static final int LINES = 4;
    private static final int POINTS = 1_000;
    private static final int PODS = 1_000;
    private static final Instant START = Instant.parse("2025-11-20T03:00:00Z");

    private record Row(String name, StringProperty phase, StringProperty restarts) { }

    private final Random random = new Random(77);
    private final ChartTime time = new ChartTime();
    private final List<TimeChart> charts = new ArrayList<>();
    private final Map<String, Row> rows = new HashMap<>();
    private final LatestByKey<String, String> changes = new LatestByKey<>(batch -> batch.forEach((pod, phase) -> {
        Row row = rows.get(pod);
        phase.ifPresent(row.phase()::set);
        row.restarts().set(String.valueOf(Integer.parseInt(row.restarts().get()) + 1));
    }));
    private final Latest<Second> seconds = new Latest<>(this::show);
    private int made;
    private int second;

    private Parent window(Theme theme) {
        GridPane grid = new GridPane(8, 8);
        for (int i = 0; i < CHARTS; i++) {
            TimeChart chart = new TimeChart(theme, time);
            chart.setPrefSize(340, 150);
            charts.add(chart);
            grid.add(chart, i % 4, i / 4);
        }
        TableView<Row> table = new TableView<>();
        table.setFixedCellSize(24);
        column(table, "Pod", 320, row -> new SimpleStringProperty(row.name()));
        column(table, "Phase", 160, Row::phase);
        column(table, "Restarts", 100, Row::restarts);
        for (int i = 0; i < PODS; i++) {
            Row row = new Row("maily-api-" + i, new SimpleStringProperty("Running"), new SimpleStringProperty("0"));
            rows.put(row.name(), row);
            table.getItems().add(row);
        }
        return new VBox(8, grid, table);
    }

    private static void column(TableView<Row> table, String title, double width, Function<Row, StringProperty> value) {
        TableColumn<Row, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        table.getColumns().add(column);
    }

    private record Second(Instant now, List<TimeChartData> data) { }

    private void show(Second newest) {
        second++;
        time.follow(newest.now(), Duration.ofSeconds(POINTS));
        for (int i = 0; i < CHARTS; i++) {
            charts.get(i).show(newest.data().get(i));
        }
    }

    /** Made on the thread that would have asked the metric source. */
    private Second nextSecond(Instant now) {
        List<TimeChartData> data = new ArrayList<>();
        for (int chart = 0; chart < CHARTS; chart++) {
            List<TimeChartData.Line> lines = new ArrayList<>();
            for (int line = 0; line < LINES; line++) {
                List<Sample> samples = new ArrayList<>(POINTS);
                for (int i = POINTS; i > 0; i--) {
                    samples.add(new Sample(now.minusSeconds(i), 160 + 20 * line + random.nextDouble() * 12));
                }
                lines.add(new TimeChartData.Line("line " + line, TimeChartData.Look.SINGLE, samples));
            }
            data.add(new TimeChartData("p99", "ms", lines, Optional.of(new TimeChartData.Limit(200, "SLO 200 ms")),
                    List.of(), List.of(),
                    List.of(), Duration.ofSeconds(1), false, 0, Double.POSITIVE_INFINITY));
        }
        return new Second(now, data);
    }

    @Test
    void framesComeEvenlyUnderLoad() throws Exception {
        try (OnStage _ = new OnStage(1_440, 900, this::window);
             ScheduledExecutorService pods = Executors.newScheduledThreadPool(2)) {
            pods.scheduleAtFixedRate(() -> changes.put("maily-api-" + random.nextInt(PODS), random.nextBoolean() ? "Running"
                    : "Pending"), 0,
                    10, TimeUnit.MILLISECONDS);
            pods.scheduleAtFixedRate(() -> seconds.publish(nextSecond(START.plusSeconds(POINTS + ++made))), 0, 1,
                    TimeUnit.SECONDS);
            Spread gaps = Frames.measured();
            pods.shutdownNow();
            Bench.record("fx_frame_ms_p50", gaps.at(0.5));
            Bench.record("fx_frame_ms_p99", gaps.at(0.99));
            Bench.record("fx_frame_ms_max", gaps.max());
            assertThat(second).as("how often the charts were drawn anew").isGreaterThan(10);
        }
    }
}
