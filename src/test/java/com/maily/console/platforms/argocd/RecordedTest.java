package com.maily.console.platforms.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.sandbox.argocd.ArgoWorldHarness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exchanges with a real Argo CD 3.5.1: our reading of them, and the sandbox's answers beside them. */
class RecordedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Component GUESTBOOK = new Component("guestbook", Criticality.CRITICAL, "kubernetes",
            "deployment/guestbook",
            Routing.PLAIN, List.of(), List.of());

    private static JsonNode exchange(String note) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(
                RecordedTest.class.getResourceAsStream("/argocd/exchanges.jsonl")), StandardCharsets.UTF_8))) {
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

    private static Application application(String note) {
        return new Application(exchange(note).at("/response/body"));
    }

    private static Failure failure(String note) {
        JsonNode found = exchange(note);
        JsonNode body = found.at("/response/body");
        return ArgoCdFailures.of(new HttpError("Argo CD", "host", found.at("/request/method").asText(),
                found.at("/request/path").asText(), found.at("/response/status").asInt(), body.isArray()
                ? body.get(0).path("message")
                : body, Optional.empty()));
    }

    @Test
    void anApplicationIsReadAsItWas() {
        Application seen = application("get refresh=normal");
        assertThat(seen.sync()).isEqualTo(GitOpsState.Sync.OUT_OF_SYNC);
        assertThat(seen.health()).isEqualTo(GitOpsState.Health.HEALTHY);
        assertThat(seen.revision()).isEqualTo("58bd1ad291ea28cc086d7368dc87cb79e134d982");
        assertThat(seen.branch()).isEqualTo("main");
        assertThat(seen.workloads()).containsExactly("deployment/guestbook");
        assertThat(seen.owns("deployment/guestbook", "guestbook")).isTrue();
        assertThat(seen.owns("deployment/guestbook", "other")).isFalse();
        assertThat(seen.comparedSince(false)).isTrue();
        assertThat(seen.autoSync()).isEqualTo(GitOpsState.AutoSync.OFF);
    }

    @Test
    void autoSyncIsReadAndRememberedExactly() {
        GitOpsState.AutoSync on = application("auto-sync ON").autoSync();
        assertThat(on.selfHeal()).isTrue();
        assertThat(on.policy()).isEqualTo("{\"prune\":true,\"selfHeal\":true}");
        assertThat(application("auto-sync enabled:false").autoSync().on()).as("switched off without being removed").isFalse();
        assertThat(application("auto-sync OFF (automated null)").autoSync().on()).isFalse();
    }

    @Test
    void managedResourcesTellTheWantedImageAndWhoseItIs() {
        Managed managed = new Managed(exchange("managed-resources").at("/response/body/items"));
        assertThat(managed.wanted(GUESTBOOK)).contains(new Artifact.Image("1.0.0", "registry.local/guestbook:1.0.0"));
        assertThat(managed.tracked(GUESTBOOK, "guestbook")).isTrue();
        assertThat(managed.tracked(GUESTBOOK, "guest")).isFalse();
        assertThat(managed.drift(GUESTBOOK)).isEmpty();
    }

    /** The danger that was recorded: Succeeded, Synced and Healthy stand there before the result was looked at. */
    @Test
    void duringARollbackTheOldStateIsNeverBelieved() {
        for (JsonNode row : exchange("rollback over time").at("/response/body")) {
            JsonNode state = row.path("state");
            var whole = JSON.createObjectNode();
            whole.set("operation", state.path("operation").isNull() ? null : state.path("operation"));
            var status = whole.putObject("status");
            state.properties().stream().filter(field -> !field.getKey().equals("operation"))
                    .forEach(field -> status.set(field.getKey(), field.getValue()));
            status.put("reconciledAt", "2026-11-20T17:23:51Z"); // as recorded beside it: the same second
            Application seen = new Application(whole);
            boolean stillOld = seen.sync() == GitOpsState.Sync.SYNCED;
            assertThat(stillOld && !seen.operating() && seen.comparedSince(false)).as(row.toString()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"'rollback, auto-sync ON: the refusal', Rejected", "'second sync while one runs', Conflict",
            "'rollback while one runs', Conflict", "'missing app without project', Denied", "'missing app with project', Missing",
            "'list without token', Denied", "'rollback, auto-sync OFF, unknown id', Rejected", "'can-i unknown', Rejected",
            "'stream without token', Denied", "'POST without JSON content type', Rejected",
            "'terminate with nothing running', Rejected"})
    void eachRefusalIsWhatItIs(String note, String kind) {
        assertThat(failure(note).getClass().getSimpleName()).as("%s", failure(note)).isEqualTo(kind);
        assertThat(failure(note).sentence()).doesNotContain("..");
    }

    /** The sandbox refuses with the same status, code and words. */
    @ParameterizedTest
    @CsvSource({"'list without token', GET, /api/v1/applications, '', false",
            "'missing app without project', GET, /api/v1/applications/none, '', true",
            "'missing app with project', GET, /api/v1/applications/none?project=default, '', true",
            "'sync of a missing app without project', POST, /api/v1/applications/none/sync, '{}', true",
            "'sync of a missing app with project', POST, /api/v1/applications/none/sync, '{\"project\":\"default\"}', true",
            "'can-i unknown', GET, /api/v1/account/can-i/applications/foo/default/guestbook, '', true",
            "'rollback, auto-sync ON: the refusal', POST, /api/v1/applications/api-production/rollback, '{\"id\":0}', true",
            "'POST without JSON content type', POST, /api/v1/applications/none/sync, '', true",
            "'unknown path', GET, /api/v1/nope, '', true"})
    void theSandboxRefusesAlike(String note, String method, String path, String body, boolean token) throws Exception {
        try (ArgoWorldHarness world = new ArgoWorldHarness(_ -> null, () -> { });
             ArgoCdWire wire = new ArgoCdWire(world.box.argoCd(), Map.of()); HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(wire.face.address() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (token) {
                request.header("Authorization", "Bearer " + ArgoCdWire.TOKEN);
            }
            if (!body.isEmpty()) {
                request.header("Content-Type", "application/json");
            }
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode recorded = exchange(note).path("response");
            assertThat(answer.statusCode()).isEqualTo(recorded.path("status").asInt());
            assertThat(recorded.path("body").isTextual() ? answer.body() : JSON.readTree(answer.body()))
                    .isEqualTo(recorded.path("body").isTextual() ? recorded.path("body").asText() : recorded.path("body"));
        }
    }
}
