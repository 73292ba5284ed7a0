package com.maily.console.platforms.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Alert;
import com.maily.console.core.port.Mutes;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.sandbox.LoopbackServer;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.alertmanager.AlertWorld;
import com.maily.console.sandbox.alertmanager.AlertmanagerFace;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges with a real Alertmanager 0.25 and its specification: our requests, our reading, and the sandbox's answers beside them. */
class RecordedAlertmanagerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode exchange(String note) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                RecordedAlertmanagerTest.class.getResourceAsStream("/alertmanager/exchanges.jsonl")), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                JsonNode found = JSON.readTree(line);
                if (found.path("note").asText().startsWith(note)) {
                    return found;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException("No exchange is noted as " + note);
    }

    /** Answers with the recording, whatever is asked, and remembers what was asked. */
    private static LoopbackServer replay(String note, List<String> asked) {
        return new LoopbackServer("a recording", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                byte[] body = exchange(note).at("/response/body").toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(exchange(note).at("/response/status").asInt(), body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private static List<Alert> read(String note, String matchers, List<String> asked) {
        Map<String, String> settings = Map.of("matchers", matchers, "component-label", "service");
        try (LoopbackServer server = replay(note, asked);
             AlertmanagerClient client = AlertmanagerClient.of(Map.of("url", server.address().toString()))) {
            return new FiringAlerts(client, Scope.of(settings, "production")).active();
        }
    }

    @Test
    void aFiringAlertIsReadAsItWasAndAskedForAsItMustBe() {
        List<String> asked = new ArrayList<>();

        Alert alert = read("filter", "service=\"web\", alertname=~\"High.*\"", asked).getFirst();

        assertThat(alert.name()).isEqualTo("HighErrorRate");
        assertThat(alert.state()).isEqualTo(Alert.State.FIRING);
        assertThat(alert.component()).isEqualTo("web");
        assertThat(alert.severity()).isEqualTo("critical");
        assertThat(alert.summary()).isEqualTo("web/canary error rate 14.54%");
        assertThat(alert.since()).isEqualTo("2026-11-20T17:23:46.761Z");
        assertThat(alert.link()).map(URI::getHost).contains("prometheus");
        assertThat(alert.labels()).containsEntry("version", "canary");
        assertThat(URLDecoder.decode(asked.getFirst(), StandardCharsets.UTF_8))
                .isEqualTo("GET " + URLDecoder.decode(exchange("filter").at("/request/path").asText(), StandardCharsets.UTF_8));
    }

    @Test
    void aSilencedOneIsMutedAndNotAbsent() {
        assertThat(read("alerts: suppressed", "service=\"web\"", new ArrayList<>())).extracting(Alert::state)
                .containsExactly(Alert.State.MUTED);
        assertThat(read("alerts after recovery", "service=\"web\"", new ArrayList<>())).isEmpty();
    }

    @Test
    void whatIsPostedFitsTheSpecification() throws IOException {
        List<JsonNode> posted = new ArrayList<>();
        SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-20T17:23:49Z"));
        AlertWorld world = AlertWorld.start(clock, new SeriesStore(Duration.ofHours(1)));
        try (AlertmanagerFace face = new AlertmanagerFace(world, URI.create("http://127.0.0.1:9090"));
             LoopbackServer between = new LoopbackServer("an ear", exchange -> {
                 try (exchange) {
                     byte[] body = exchange.getRequestBody().readAllBytes();
                     if (body.length > 0) {
                         posted.add(JSON.readTree(body));
                     }
                     HttpResponse<byte[]> answer = send(exchange.getRequestMethod(), face.address() + exchange.getRequestURI().toString(),
                             new String(body, StandardCharsets.UTF_8));
                     exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                     exchange.getResponseBody().write(answer.body());
                 }
             });
             AlertmanagerClient client = AlertmanagerClient.of(Map.of("url", between.address().toString()))) {
            Mutes mutes = new SilencedWindows(client, Scope.of(Map.of(), "production"), "production", clock);
            mutes.mute(new Mutes.Window("dep-1", "production", clock.instant().plusSeconds(600), "why"));
            mutes.mute(new Mutes.Window("dep-1", "production", clock.instant().plusSeconds(900), "why"));
        }
        assertThat(posted).hasSize(2);
        for (JsonNode silence : posted) {
            assertThat(SwaggerSchema.of("postableSilence").faults(silence)).isEmpty();
        }
        assertThat(posted.getLast().path("id").asText()).as("the second changes the first").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"no matchers, Rejected, matchers in body should have at least 1 items", "end in the past, Rejected, end time can't be in the past",
            "unknown id, Missing, silence not found", "get unknown, Missing, HTTP 404", "delete unknown, Missing, silence not found",
            "get bad uuid, Rejected, must be of type uuid", "wrong content type, Rejected, unsupported media type"})
    void eachShapeOfErrorIsUnderstood(String note, String kind, String why) {
        JsonNode found = exchange(note);
        Failure failure = AlertmanagerFailures.of(new HttpError("Alertmanager", "host", found.at("/request/method").asText(),
                found.at("/request/path").asText(), found.at("/response/status").asInt(), found.at("/response/body"), Optional.empty()));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.why()).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no matchers", "matcher that matches empty", "end before start", "end in the past", "missing fields",
            "unknown id", "get unknown", "get bad uuid", "delete unknown", "bad filter", "unknown path", "ready", "receivers"})
    void theSandboxRefusesAndAnswersLikeTheRealOne(String note) throws IOException {
        JsonNode recorded = exchange(note);
        SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-20T17:23:49Z"));
        AlertWorld world = AlertWorld.start(clock, new SeriesStore(Duration.ofHours(1)));
        try (AlertmanagerFace face = new AlertmanagerFace(world, URI.create("http://127.0.0.1:9090"))) {
            JsonNode body = recorded.at("/request/body");
            HttpResponse<byte[]> answer = send(recorded.at("/request/method").asText(), face.address()
                    + recorded.at("/request/path").asText(), body.isNull() ? "" : body.toString());

            assertThat(answer.statusCode()).isEqualTo(recorded.at("/response/status").asInt());
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            JsonNode expected = recorded.at("/response/body");
            assertThat(text).isEqualTo(text.startsWith("\"") || text.startsWith("{") || text.startsWith("[") ? expected.toString()
                    : expected.asText());
        }
    }

    private static HttpResponse<byte[]> send(String method, String url, String body) throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
                    .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                    .build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
