package com.maily.console.platforms.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.MetricSourceContract;
import com.maily.console.platforms.http.LoopbackServer;
import com.maily.console.sandbox.metrics.RealPrometheus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against a real Prometheus server of this machine; skipped where there is none. */
class RealPrometheusSourceTest extends MetricSourceContract {

    private static final Instant END = Instant.parse("2025-11-20T12:00:00Z");
    private static final int STEP = 15;
    private static final int SAMPLES = 20_000;

    @TempDir
    private static Path folder;
    private static LoopbackServer nothingToScrape;
    private static RealPrometheus real;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(RealPrometheus.program("prometheus").isPresent() && RealPrometheus.program("promtool").isPresent(),
                "No prometheus and promtool on this machine's PATH (Debian package prometheus).");
        nothingToScrape = new LoopbackServer(_ -> new LoopbackServer.Reply(200, "text/plain", "", -1));
        String target = nothingToScrape.url().substring("http://".length());
        real = RealPrometheus.start(folder, samples(), target);
    }

    /** A counter that grows by ten a second, in OpenMetrics' form. */
    private static String samples() {
        return IntStream.rangeClosed(0, SAMPLES).mapToObj(index -> "http_requests_total{component=\"api\"} " + index * 10L * STEP
                + " "
                + (END.getEpochSecond() - (long) (SAMPLES - index) * STEP)).collect(Collectors.joining("\n", "", "\n# EOF\n"));
    }

    @AfterAll
    static void stop() {
        if (real != null) {
            real.close();
            nothingToScrape.close();
        }
    }

    @Override
    protected Harness open() {
        PrometheusSource source = PrometheusSource.of(Map.of("url", real.address()));
        return new Harness() {
            @Override
            public MetricSource source() {
                return source;
            }

            @Override
            public Instant now() {
                return END;
            }

            @Override
            public String queryWithData() {
                return "sum(rate(http_requests_total{component=\"api\"}[5m]))";
            }

            @Override
            public String queryWithoutData() {
                return "sum(rate(http_requests_total{component=\"nobody\"}[5m]))";
            }

            @Override
            public String brokenQuery() {
                return "sum(rate(http_requests_total[5m])";
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    @Test
    void aRangeBeyondTheServersLimitIsAnsweredWhole() {
        try (PrometheusSource source = PrometheusSource.of(Map.of("url", real.address()))) {
            MetricSource.Answer answer = source.range("http_requests_total", END.minus(Duration.ofSeconds(14_999L * STEP)), END,
                    Duration.ofSeconds(STEP));
            assertThat(answer.series()).hasSize(1);
            assertThat(answer.series().getFirst().samples()).hasSize(15_000);
        }
    }

    @Test
    void valuesAndVersionAreTheServersOwn() {
        try (PrometheusSource source = PrometheusSource.of(Map.of("url", real.address()))) {
            assertThat(source.instant("sum(rate(http_requests_total{component=\"api\"}[5m]))", END).single()).isEqualTo(10);
            assertThat(source.instant("vector(0)/vector(0)", END).single()).isNaN();
            assertThat(source.instant("vector(1)/vector(0)", END).single()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(source.buildInfo()).matches("\\d+\\.\\d+.*");
        }
    }
}
