package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.OnStage;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class ChartExportTest {

    private static final Instant FROM = Instant.parse("2025-11-20T03:00:00Z");

    @TempDir
    private Path folder;
    private final List<String> proposed = new ArrayList<>();
    private final List<ChartExport.Outcome> outcomes = new CopyOnWriteArrayList<>();
    private boolean mayReplace;
    private Optional<Path> answer = Optional.empty();
    private ChartExport export;
    private TimeChart chart;
    private OnStage stage;

    @BeforeEach
    void show() throws Exception {
        export = new ChartExport(new ChartExport.Places() {
            @Override
            public Optional<Path> choose(String name) {
                proposed.add(name);
                return answer;
            }

            @Override
            public boolean mayReplace(Path existing) {
                return mayReplace;
            }
        }, outcomes::add);
        ChartTime time = new ChartTime();
        stage = new OnStage(700, 300, theme -> {
            chart = new TimeChart(theme, time);
            chart.show(data());
            time.follow(FROM.plusSeconds(90), Duration.ofSeconds(120));
            return new StackPane(chart);
        });
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private static TimeChartData data() {
        SourceState source = new SourceState("Prometheus", Duration.ofSeconds(5), Optional.of(FROM.plusSeconds(90)), "");
        TimeChartData.Origin origin = new TimeChartData.Origin(source, "histogram_quantile(0.99,\n  rate(x[2m]))", Duration.ofSeconds(15));
        SourceState datadog = new SourceState("Datadog", Duration.ofSeconds(60), Optional.of(FROM), "");
        return new TimeChartData("p99 latency", "ms", List.of(
                new TimeChartData.Line("all", TimeChartData.Look.SINGLE, ChartPoints.of(List.of(new Sample(FROM.minusSeconds(600), 1),
                        new Sample(FROM, 164.25), new Sample(FROM.plusSeconds(15), Double.NaN), new Sample(FROM.plusSeconds(30), 170))),
                        false, Optional.of(origin)),
                new TimeChartData.Line("canary", TimeChartData.Look.CANARY, ChartPoints.of(List.of(new Sample(FROM.plusSeconds(30), 210))),
                        true, Optional.of(new TimeChartData.Origin(datadog, "p99:x{*}", Duration.ofSeconds(60))))),
                Optional.of(new TimeChartData.Limit(200, "SLO 200 ms")), List.of(), List.of(),
                List.of(new Sample(FROM.minusSeconds(900), 5), new Sample(FROM.plusSeconds(20), 25)), Duration.ofSeconds(15), false, 0, 1e9);
    }

    private void ask(Runnable what) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, what);
        OnStage.until(() -> !outcomes.isEmpty());
    }

    private void numbers() {
        export.numbers(chart, "maily production api/p99", List.of("environment production"));
    }

    @Test
    void theNumbersAreAllRawSamplesOfTheSpanWithTheirSourcesAndQueries() throws Exception {
        Path file = folder.resolve("p99.csv");
        answer = Optional.of(file);
        ask(this::numbers);

        assertThat(outcomes).containsExactly(new ChartExport.Outcome.Written(file));
        assertThat(proposed).containsExactly("maily-production-api-p99.csv");
        assertThat(Files.readAllLines(file)).containsExactly("# p99 latency, ms", "# environment production",
                "# from 2025-11-20T02:59:30Z to 2025-11-20T03:01:30Z, UTC", "# limit: SLO 200 ms",
                "# all: Prometheus, every 15 s, histogram_quantile(0.99, rate(x[2m]))",
                "# canary: Datadog, every 60 s, p99:x{*} (stale)",
                "time,all Prometheus (ms),canary Datadog (ms),canary weight (%)",
                "2025-11-20T03:00:00Z,164.25,,5.0", "2025-11-20T03:00:15Z,NaN,,5.0", "2025-11-20T03:00:30Z,170.0,210.0,25.0");
        assertThat(folder.toFile().list()).containsExactly("p99.csv");
    }

    @Test
    void thePictureIsTwiceAsFineAndShowsTheCurve() throws Exception {
        Path file = folder.resolve("p99.png");
        answer = Optional.of(file);
        ask(() -> export.picture(chart, com.maily.console.desktop.theme.Palette.dark(), "p99", List.of("production")));

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isGreaterThanOrEqualTo(2 * 640);
        assertThat(java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth())).distinct().count()).isGreaterThan(20);
    }

    @Test
    void whatIsThereIsNotWrittenOverWithoutAYes() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
        answer = Optional.of(file);
        WaitForAsyncUtils.waitForAsyncFx(10_000, this::numbers);
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(outcomes).isEmpty();

        mayReplace = true;
        ask(this::numbers);
        assertThat(Files.readString(file)).startsWith("# p99 latency");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedWithAWayOut() throws Exception {
        answer = Optional.of(folder.resolve("nowhere").resolve("p99.csv"));
        ask(this::numbers);

        assertThat(outcomes.getFirst()).isInstanceOfSatisfying(ChartExport.Outcome.Refused.class, refused -> {
            assertThat(refused.why().what()).contains("nowhere/p99.csv");
            assertThat(refused.why().advice()).isEqualTo("Choose another place.");
        });
    }

    @Test
    void whoChangesTheirMindGetsNothing() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, this::numbers);
        assertThat(outcomes).isEmpty();
        assertThat(folder.toFile().list()).isEmpty();
    }
}
