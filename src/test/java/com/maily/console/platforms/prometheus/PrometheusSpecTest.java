package com.maily.console.platforms.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.platforms.http.LoopbackServer;
import com.maily.console.sandbox.metrics.PrometheusFace;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter, what was recorded of a real server, and the sandbox: all three against the specification of the query API. */
class PrometheusSpecTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.ofEpochSecond(1_795_195_410);
    private static final String VECTOR = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[%s]}}";

    private final JsonNode paths = SpecSchema.document().path("paths");

    PrometheusSpecTest() throws IOException { }

    private JsonNode post(String path) {
        return paths.path(path).path("post");
    }

    @Test
    void everyRequestIsOneTheSpecificationKnows() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> LoopbackServer.Reply.json(VECTOR.formatted("")));
             PrometheusSource source = PrometheusSource.of(Map.of("url", server.url()))) {
            source.instant("up", NOW);
            source.range("up", NOW.minusSeconds(60), NOW, Duration.ofMillis(2_500));
            source.buildInfo();
            assertThat(server.asked()).hasSize(3).allSatisfy(asked -> {
                JsonNode operation = paths.path(asked.path()).path(asked.method().toLowerCase(java.util.Locale.ROOT));
                assertThat(operation.isMissingNode()).isFalse();
                if (asked.method().equals("POST")) {
                    assertThat(SpecSchema.form(operation).faults(JSON.valueToTree(RecordedPrometheus.form(asked.body())))).isEmpty();
                }
            });
        }
    }

    @Test
    void theSpecificationSaysWhatARealServerSaid() throws Exception {
        List<JsonNode> known = new RecordedPrometheus().exchanges().stream()
                .filter(exchange -> !post(exchange.at("/request/path").asText()).isMissingNode()).toList();
        assertThat(known).hasSizeGreaterThan(10).allSatisfy(exchange -> {
            JsonNode operation = post(exchange.at("/request/path").asText());
            String status = exchange.at("/response/status").asText();
            assertThat(operation.path("responses").has(status)).isTrue();
            if (status.equals("200")) {
                assertThat(SpecSchema.answer(operation).faults(exchange.at("/response/body"))).isEmpty();
            }
        });
    }

    @Test
    void theSandboxAnswersAsSpecified() throws Exception {
        SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);
        world.pass(Duration.ofMinutes(10));
        long now = world.clock.instant().getEpochSecond();
        String query = "query=" + URLEncoder.encode("sum by (component) (rate(http_requests_total[5m]))", StandardCharsets.UTF_8);
        try (PrometheusFace face = world.face(); HttpClient client = HttpClient.newHttpClient()) {
            for (String form : List.of("/api/v1/query?" + query, "/api/v1/query?query=" + now,
                    "/api/v1/query_range?" + query + "&step=15&start=" + (now - 300) + "&end=" + now)) {
                String path = form.substring(0, form.indexOf('?'));
                JsonNode answer = JSON.readTree(client.send(HttpRequest.newBuilder(URI.create(face.address() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.substring(form.indexOf('?') + 1))).build(),
                        BodyHandlers.ofString()).body());
                assertThat(SpecSchema.answer(post(path)).faults(answer)).isEmpty();
                assertThat(answer.at("/data/result")).isNotEmpty();
            }
        }
    }

    /** A histogram is no number, a text neither; everything else is read. */
    @ParameterizedTest
    @ValueSource(strings = {
            "{\"metric\":{\"a\":\"b\"},\"value\":[1795195410.5,\"7\"]}",
            "{\"metric\":{},\"values\":[[1795195395,\"5\"],[1795195410,\"7\"]]}",
            "{\"metric\":{},\"values\":[[1795195410,\"7\"]],\"histograms\":[[1795195395,{\"count\":\"3\",\"sum\":\"1.5\"}]]}",
            "{\"metric\":{},\"value\":[1,\"7\"]},{\"metric\":{\"x\":\"y\"},\"histogram\":[1,{\"count\":\"3\",\"sum\":\"1.2\"}]}"})
    void everyFormOfNumberIsRead(String series) throws Exception {
        String body = VECTOR.formatted(series);
        assertThat(SpecSchema.answer(post("/api/v1/query")).faults(JSON.readTree(body))).isEmpty();
        Answer answer = answer(body);
        assertThat(answer.single()).isEqualTo(7);
        assertThat(answer.warnings()).hasSize(series.contains("histogram") ? 1 : 0);
    }

    @Test
    void nativeHistogramsAloneAreRefusedWithTheWayToANumber() throws Exception {
        String body = VECTOR.formatted("{\"metric\":{},\"histograms\":[[1795195395,{\"count\":\"9\",\"sum\":\"4\"}],"
                + "[1795195410,{\"count\":\"12\",\"sum\":\"5.5\",\"buckets\":[[0,\"0.1\",\"0.2\",\"8\"],[3,\"-1\",\"1\",\"4\"]]}]]}");
        assertThat(SpecSchema.answer(post("/api/v1/query_range")).faults(JSON.readTree(body))).isEmpty();
        Failure failure = catchThrowableOfType(FailureException.class, () -> answer(body)).failure();
        assertThat(failure).isInstanceOf(Failure.Rejected.class);
        assertThat(failure.why()).contains("12 observations", "sum of 5.5", "2 buckets");
        assertThat(failure.advice()).contains("histogram_quantile");
    }

    private static Answer answer(String body) throws IOException {
        try (LoopbackServer server = new LoopbackServer(_ -> LoopbackServer.Reply.json(body));
             PrometheusSource source = PrometheusSource.of(Map.of("url", server.url()))) {
            return source.instant("up", NOW);
        }
    }
}
