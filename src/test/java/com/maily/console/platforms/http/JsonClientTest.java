package com.maily.console.platforms.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.LoopbackServer.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonClientTest {

    @TempDir
    private Path folder;

    @Test
    void keepsThePathPrefixAndSendsHeadersAndCredentials() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "s3cr3t-value\n");
        try (LoopbackServer server = new LoopbackServer(_ -> Reply.json("{\"ok\":true}"));
             JsonClient client = client(Map.of("url", server.url() + "/prometheus/", "token", "file:" + token,
                     "header.X-Scope-OrgID", "maily"))) {
            assertThat(client.send(HttpCall.get("/api").with("a", "b c").with("left-out", "")).path("ok").asBoolean()).isTrue();
            assertThat(server.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.path()).isEqualTo("/prometheus/api");
                assertThat(asked.query()).isEqualTo("a=b+c");
                assertThat(asked.authorization()).isEqualTo("Bearer s3cr3t-value");
                assertThat(asked.tenant()).isEqualTo("maily");
            });
        }
    }

    @Test
    void readsARenewedTokenAtTheNextCall() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "first");
        try (LoopbackServer server = new LoopbackServer(_ -> Reply.json("{}")); JsonClient client = client(Map.of("url",
                server.url(), "token", "file:" + token))) {
            client.send(HttpCall.get("/"));
            Files.writeString(token, "second");
            client.send(HttpCall.get("/"));
            assertThat(server.asked()).extracting(LoopbackServer.Asked::authorization).containsExactly("Bearer first",
                    "Bearer second");
        }
    }

    @Test
    void sendsBasicCredentials() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "open sesame");
        try (LoopbackServer server = new LoopbackServer(_ -> Reply.json("{}"));
             JsonClient client = client(Map.of("url", server.url(), "username", "maily", "password", "file:" + password))) {
            client.send(HttpCall.get("/"));
            assertThat(server.asked().getFirst().authorization()).isEqualTo("Basic bWFpbHk6b3BlbiBzZXNhbWU=");
        }
    }

    @Test
    void aBodyShorterThanPromisedIsUnreachable() throws Exception {
        assertThat(failureOf(new Reply(200, "application/json", "{\"a\":1}", 100))).isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void jsonThatBreaksOffIsUnreachable() throws Exception {
        assertThat(failureOf(Reply.json("{\"a\":[1,2"))).isInstanceOf(Failure.Unreachable.class);
    }

    @Test
    void aRedirectIsNotFollowedWithOurToken() throws Exception {
        assertThat(failureOf(new Reply(302, "text/html", "elsewhere", -1))).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void anErrorWithoutJsonIsStillAnswered() throws Exception {
        Failure failure = failureOf(new Reply(502, "text/html", "<h1>Bad Gateway</h1>", -1));
        assertThat(failure).isInstanceOf(Failure.Unreachable.class);
        assertThat(failure.why()).contains("HTTP 502");
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        try (JsonClient client = client(Map.of("url", "http://no-such-host.invalid"))) {
            Failure failure = failure(client);
            assertThat(failure).isInstanceOf(Failure.Unreachable.class);
            assertThat(failure.what()).contains("no-such-host.invalid");
        }
    }

    @Test
    void unusableSettingsAreRejectedWithoutRepeatingThem() {
        assertThatThrownBy(() -> client(Map.of("url", "https://user:hunter22@host"))).hasMessageNotContaining("hunter22");
        assertThatThrownBy(() -> client(Map.of("token", "hunter22"))).hasMessageContaining("env:NAME")
                .hasMessageNotContaining("hunter22");
        assertThatThrownBy(() -> client(Map.of("timeout", "soon"))).hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> client(Map.of("username", "maily"))).hasMessageContaining("password");
    }

    @Test
    void aSecretNeverPrintsItsValue() {
        Secret secret = Secret.of("env:MAILY_TOKEN", name -> name.equals("MAILY_TOKEN") ? "hunter22" : null);
        assertThat(secret.resolve()).isEqualTo("hunter22");
        assertThat(secret.toString() + new Credentials.Bearer(secret)).doesNotContain("hunter22").contains("env:MAILY_TOKEN");
        assertThatThrownBy(() -> Secret.of("env:OTHER", _ -> null).resolve()).hasMessageContaining("env:OTHER");
    }

    @Test
    void retryAfterIsReadAsSecondsOrAsADate() {
        assertThat(RetryAfter.parse("12")).contains(java.time.Duration.ofSeconds(12));
        assertThat(RetryAfter.parse("Fri, 31 Dec 1999 23:59:59 GMT")).contains(java.time.Duration.ZERO);
        assertThat(RetryAfter.parse("soon")).isEmpty();
    }

    private static Failure failureOf(Reply reply) throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> reply); JsonClient client = client(Map.of("url", server.url()))) {
            return failure(client);
        }
    }

    private static Failure failure(JsonClient client) {
        return catchThrowableOfType(FailureException.class, () -> client.send(HttpCall.get("/"))).failure();
    }

    private static JsonClient client(Map<String, String> settings) {
        return new JsonClient(JsonClient.Settings.of("The platform", settings, "http://127.0.0.1"), error ->
                StatusFailures.of(error, ""));
    }
}
