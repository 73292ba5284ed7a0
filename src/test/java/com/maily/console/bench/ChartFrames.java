package com.maily.console.bench;

import com.maily.console.desktop.OnStage;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.ChartPoints;
import com.maily.console.desktop.widget.ChartTime;
import com.maily.console.desktop.widget.TimeChart;
import com.maily.console.desktop.widget.TimeChartData;
import com.maily.console.desktop.widget.TimeChartData.Line;
import com.maily.console.desktop.widget.TimeChartData.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A program of its own that shows charts and prints how long its frames took: JavaFX tells the flight recorder only when that was
 * there first, which in a JVM shared with other benches it is not.
 */
public final class ChartFrames {

    static final String TOOK = "frames took ";
    private static final Instant START = Instant.parse("2025-11-20T03:00:00Z");
    private static final int CHARTS = 40;
    private static final int COLUMNS = 8;
    private static final int POINTS = 1_000;
    private static final int MILLION = 1_000_000;
    private static final List<Look> LOOKS = List.of(Look.SINGLE, Look.SECOND, Look.STABLE, Look.CANARY);

    private final Random random = new Random(77);
    private final ChartTime time = new ChartTime();
    private int made;

    private ChartFrames() { }

    /** Prints p50, p99 and the longest frame, p99 of the gaps between frames, and how often the charts changed. */
    public static void main(String[] arguments) throws Exception {
        try (Pulses pulses = new Pulses()) {
            ChartFrames frames = new ChartFrames();
            System.out.println(TOOK + switch (arguments[0]) {
                case "empty" -> frames.anEmptyWindow(pulses);
                case "charts40" -> frames.fortyLiveCharts(pulses);
                case "points1m" -> frames.panningAMillionPoints(pulses);
                default -> throw new IllegalArgumentException(arguments[0]);
            });
        }
        System.exit(0);
    }

    private static String told(Pulses pulses, Spread gaps, int changes) {
        Spread frames = pulses.frames();
        return frames.at(0.5) + " " + frames.at(0.99) + " " + frames.max() + " " + gaps.at(0.99) + " " + changes;
    }

    private String anEmptyWindow(Pulses pulses) throws Exception {
        try (OnStage _ = new OnStage(1_440, 900, _ -> new StackPane())) {
            return told(pulses, measured(pulses), 0);
        }
    }

    /** From when the frames are counted the program is warm. */
    private static Spread measured(Pulses pulses) throws Exception {
        return Frames.measured(pulses::begin);
    }

    private String fortyLiveCharts(Pulses pulses) throws Exception {
        List<TimeChart> charts = new ArrayList<>();
        int[] shown = {0};
        Latest<List<TimeChartData>> seconds = new Latest<>(newest -> {
            shown[0]++;
            time.follow(START.plusSeconds(POINTS + shown[0]), Duration.ofSeconds(POINTS));
            for (int i = 0; i < CHARTS; i++) {
                charts.get(i).show(newest.get(i));
            }
        });
        try (OnStage _ = new OnStage(1_440, 900, theme -> grid(theme, charts));
             ScheduledExecutorService source = Executors.newSingleThreadScheduledExecutor()) {
            source.scheduleAtFixedRate(() -> seconds.publish(nextSecond()), 0, 1, TimeUnit.SECONDS);
            Spread gaps = measured(pulses);
            source.shutdownNow();
            return told(pulses, gaps, shown[0]);
        }
    }

    private GridPane grid(Theme theme, List<TimeChart> charts) {
        GridPane grid = new GridPane(6, 6);
        for (int i = 0; i < CHARTS; i++) {
            TimeChart chart = new TimeChart(theme, time);
            chart.setPrefSize(174, 172);
            charts.add(chart);
            grid.add(chart, i % COLUMNS, i / COLUMNS);
        }
        return grid;
    }

    /** Made on the thread that would have asked the metric source: four new lines for each chart. */
    private List<TimeChartData> nextSecond() {
        long now = START.plusSeconds(POINTS + ++made).toEpochMilli();
        List<TimeChartData> all = new ArrayList<>();
        for (int chart = 0; chart < CHARTS; chart++) {
            List<Line> lines = new ArrayList<>();
            for (int line = 0; line < LOOKS.size(); line++) {
                lines.add(new Line("line " + line, LOOKS.get(line), points(POINTS, now, 150 + 15 * line), false, Optional.empty()));
            }
            all.add(data(lines));
        }
        return all;
    }

    private TimeChartData data(List<Line> lines) {
        return new TimeChartData("p99", "ms", lines, Optional.of(new TimeChartData.Limit(200, "SLO 200 ms")),
                List.of(new TimeChartData.Flag(START.plusSeconds(POINTS / 2), "P2")), List.of(), List.of(), Duration.ofSeconds(1),
                false, 0, Double.POSITIVE_INFINITY);
    }

    /** One point a second up to {@code end}, wandering like a latency, with a spike now and then. */
    private ChartPoints points(int count, long end, double middle) {
        long[] at = new long[count];
        double[] values = new double[count];
        double value = middle;
        for (int i = 0; i < count; i++) {
            at[i] = end - 1_000L * (count - 1 - i);
            value += (random.nextDouble() - 0.5) * 4 + (middle - value) * 0.05;
            values[i] = random.nextInt(5_000) == 0 ? value * 1.4 : value;
        }
        return ChartPoints.of(at, values);
    }

    private String panningAMillionPoints(Pulses pulses) throws Exception {
        List<TimeChart> charts = new ArrayList<>();
        Line million = new Line("all", Look.SINGLE, points(MILLION, START.toEpochMilli(), 160), false, Optional.empty());
        Duration all = Duration.ofSeconds(MILLION);
        int[] moved = {0};
        AnimationTimer hand = new AnimationTimer() {
            @Override
            public void handle(long now) {
                // Back before the oldest point is reached, where panning would show the same again.
                time.pan(moved[0]++ / 100 % 2 == 0 ? -0.003 : 0.003);
            }
        };
        try (OnStage _ = new OnStage(1_440, 900, theme -> {
            TimeChart chart = new TimeChart(theme, time);
            charts.add(chart);
            chart.show(data(List.of(million)));
            time.follow(START, all.dividedBy(4).multipliedBy(3), all);
            chart.setMaxSize(Region.USE_COMPUTED_SIZE, Double.MAX_VALUE);
            return new StackPane(chart);
        })) {
            WaitForAsyncUtils.waitForAsyncFx(5_000, hand::start);
            Spread gaps = measured(pulses);
            WaitForAsyncUtils.waitForAsyncFx(5_000, hand::stop);
            return told(pulses, gaps, moved[0]);
        }
    }
}
