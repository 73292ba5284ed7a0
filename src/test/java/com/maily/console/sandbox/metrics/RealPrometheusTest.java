package com.maily.console.sandbox.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.promql.Outcome;
import com.maily.console.sandbox.metrics.promql.PromQl;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the sandbox's answers against those of a real Prometheus that has the very same samples, or scrapes the same page. */
class RealPrometheusTest {

    private static final int TIMES_AS_FAST = 20;
    @TempDir
    private static Path folder;
    private static SmallWorld past;
    private static SmallWorld present;
    private static PrometheusFace pastFace;
    private static PrometheusFace presentFace;
    private static RealPrometheus real;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Assumptions.assumeTrue(RealPrometheus.program("prometheus").isPresent() && RealPrometheus.program("promtool").isPresent(),
                "No prometheus and promtool on this machine's PATH (Debian package prometheus).");
        client = HttpClient.newHttpClient();
        past = new SmallWorld(Scenario.CANARY_REGRESSION, 77);
        past.pass(Duration.ofMinutes(1));
        past.canary("api", 25, 2);
        past.pass(Duration.ofMinutes(9));
        pastFace = past.face();
        present = new SmallWorld(Scenario.SMOOTH, 77, SandboxClock.running(Instant.now(), TIMES_AS_FAST));
        presentFace = present.face();
        real = RealPrometheus.start(folder, openMetrics(past, Duration.ofMinutes(40)), presentFace.address().getAuthority());
    }

    @AfterAll
    static void stop() {
        if (real != null) {
            real.close();
            pastFace.close();
            presentFace.close();
            client.close();
        }
    }

    private static String openMetrics(SmallWorld world, Duration length) {
        long now = world.clock.instant().toEpochMilli();
        Outcome.Matrix samples = (Outcome.Matrix) new PromQl(world.store)
                .instant("{__name__=~\".+\"}[" + length.toMinutes() + "m]", now);
        StringBuilder page = new StringBuilder();
        for (Outcome.Run run : samples.runs()) {
            String series = run.labels().name() + run.labels().nameless().asMap().entrySet().stream()
                    .map(label -> label.getKey() + "=\"" + label.getValue() + '"').collect(Collectors.joining(",", "{", "}"));
            for (int i = 0; i < run.times().length; i++) {
                page.append(series).append(' ').append(Numbers.value(run.values()[i])).append(' ')
                        .append(Numbers.time(run.times()[i])).append('\n');
            }
        }
        return page.append("# EOF\n").toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Values by labels, and by time within. */
    private static Map<String, Map<Double, Double>> values(JsonNode answer) {
        Map<String, Map<Double, Double>> values = new TreeMap<>();
        assertThat(answer.path("status").asText()).as(answer.toString()).isEqualTo("success");
        for (JsonNode series : answer.at("/data/result")) {
            JsonNode samples = series.has("values") ? series.path("values")
                    : new com.fasterxml.jackson.databind.ObjectMapper().createArrayNode().add(series.path("value"));
            values.put(series.path("metric").toString(), StreamSupport.stream(samples.spliterator(), false).collect(
                    Collectors.toMap(sample -> sample.get(0).asDouble(), sample -> number(sample.get(1).asText()))));
        }
        return values;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }

    private static void assertSame(String pathAndQuery) {
        Map<String, Map<Double, Double>> expected = values(real.get(pathAndQuery));
        Map<String, Map<Double, Double>> actual = values(RealPrometheus.get(client, pastFace.address() + pathAndQuery));
        assertThat(actual.keySet()).as(pathAndQuery).isEqualTo(expected.keySet());
        expected.forEach((labels, samples) -> {
            assertThat(actual.get(labels).keySet()).as(labels).isEqualTo(samples.keySet());
            samples.forEach((at, value) -> assertThat(actual.get(labels).get(at)).as(labels + " at " + at)
                    .satisfiesAnyOf(ours -> assertThat(ours).isEqualTo(value),
                            ours -> assertThat(ours).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))))));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "100 * (1 - (sum(rate(http_requests_total{component=\"api\",environment=\"production\",code=~\"5..\"}[5m]))"
                    + " or vector(0)) / sum(rate(http_requests_total{component=\"api\",environment=\"production\"}[5m])))",
            "1000 * histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{component=\"api\","
                    + "track=~\"canary\",environment=\"production\"}[2m])))",
            "sum(increase(http_requests_total{component=\"api\",track=\"canary\",environment=\"production\"}[2m]))",
            "maily_concurrent_users{environment=\"production\"}",
            "histogram_quantile(0.5, sum by (component, environment, le) (rate(http_request_duration_seconds_bucket[5m])))",
            "sum by (track, version) (irate(http_requests_total[1m]))",
            "rate(http_requests_total{component=\"api\"}[37s])",
            "increase(http_requests_total{code=\"500\"}[90s] offset 2m)",
            "max_over_time(polygon_gas_gwei[10m]) - min_over_time(polygon_gas_gwei[10m])",
            "avg_over_time(maily_concurrent_users[3m]) / on(environment) maily_concurrent_users",
            "sum_over_time(maily_concurrent_users[61s])", "count_over_time(maily_concurrent_users[61s])",
            "avg without (code, track) (http_requests_total{environment=\"staging\"})",
            "count by (component) (http_requests_total > 1000)",
            "sum by (component) (rate(http_requests_total[1m])) > bool 20",
            "20 < sum by (component) (rate(http_requests_total[1m])) < 200",
            "http_requests_total{code=\"500\"} / ignoring(code) http_requests_total{code=\"200\"}",
            "http_requests_total{track=\"canary\"} unless on(code) http_requests_total{code=\"404\"}",
            "http_requests_total{code!~\"2..|4..\",environment!=\"staging\"} and on(component)"
                    + " http_requests_total{track=\"canary\"}",
            "absent(http_requests_total{component=\"nobody\",code=~\"5..\"})", "absent(maily_concurrent_users)",
            "round(polygon_gas_gwei, 0.25)", "abs(-polygon_gas_gwei)", "clamp_max(clamp_min(polygon_gas_gwei, 37), 39)",
            "vector(scalar(maily_concurrent_users{environment=\"staging\"}))", "-sum(polygon_gas_gwei) ^ 2 % 7",
            "http_requests_total{component=\"api\"} offset 8m", "vector(time())"})
    void theSameSamplesGiveTheSameAnswers(String query) {
        long now = past.clock.instant().getEpochSecond();
        assertSame("/api/v1/query?query=" + encoded(query) + "&time=" + now);
        assertSame("/api/v1/query?query=" + encoded(query) + "&time=" + (now + 3.25));
        assertSame("/api/v1/query?query=" + encoded(query) + "&time=" + (now + 299));
        assertSame("/api/v1/query_range?query=" + encoded(query) + "&start=" + (now - 1800) + "&end=" + (now + 600) + "&step=17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum(rate(up[5m])", "foo(up)", "rate(up)", "", "1 < 2", "sum(1)", "rate()", "up foo", "{}", "1 or 2",
            "up + bool up", "up[0s]", "up + up[5m]", "-up[5m]", "round()", "round(up, 1, 2)", "1 + ", "up)", "(up", "up{job=",
            "up offset", "\"a", "sum by (a (up)", "up[5m] + 1", "histogram_quantile(up, up)", "up and 1", "1 + on(a) up"})
    void mistakesAreRefusedInTheSameWords(String query) {
        String path = "/api/v1/query?query=" + encoded(query);
        assertThat(RealPrometheus.get(client, pastFace.address() + path)).isEqualTo(real.get(path));
    }

    @Test
    void scrapingThePageGivesWhatTheSandboxSays() {
        real.await("twelve scrapes", () -> single(real.get("/api/v1/query?query="
                + encoded("count_over_time(maily_concurrent_users{environment=\"production\"}[1m])"))) >= 12);
        assertAlike("100 * (1 - (sum(rate(http_requests_total{component=\"api\",environment=\"production\",code=~\"5..\"}[%s]))"
                + " or vector(0)) / sum(rate(http_requests_total{component=\"api\",environment=\"production\"}[%1$s])))", 0.0001);
        assertAlike("1000 * histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{component=\"api\","
                + "track=~\"stable\",environment=\"production\"}[%s])))", 0.03);
        assertAlike("sum(increase(http_requests_total{component=\"api\",track=\"stable\",environment=\"production\"}[%s]))", 0.2);
        assertAlike("avg_over_time(maily_concurrent_users{environment=\"production\"}[%s])", 0.02);
    }

    /** Ten seconds of the wall are as many times more in the sandbox. */
    private static void assertAlike(String query, double tolerance) {
        double scraped = single(real.get("/api/v1/query?query=" + encoded(query.formatted("10s"))));
        double ours = present.ask(query.formatted(10 * TIMES_AS_FAST + "s"));
        assertThat(ours).as(query).isCloseTo(scraped, within(tolerance * scraped));
    }

    private static double single(JsonNode answer) {
        return number(answer.at("/data/result/0/value/1").asText("0"));
    }
}
