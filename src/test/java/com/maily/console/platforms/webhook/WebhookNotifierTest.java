package com.maily.console.platforms.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.LoopbackServer;
import com.maily.console.platforms.http.LoopbackServer.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookNotifierTest {

    private static final String PATH = "/services/T0000/B0000/abcdefSECRETabcdef";

    @TempDir
    private Path folder;

    @Test
    void postsTheTextAndReadsTheAnswerBack() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> new Reply(200, "text/plain", "ok", -1))) {
            Path address = Files.writeString(folder.resolve("webhook"), server.url() + PATH);
            String proof = new WebhookNotifier(Map.of("url", "file:" + address)).send("Rolled \"api\" back to v2.0.4.");
            assertThat(proof).contains("ok").doesNotContain("SECRET");
            assertThat(server.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.method()).isEqualTo("POST");
                assertThat(asked.path()).isEqualTo(PATH);
                assertThat(new ObjectMapper().readTree(asked.body()).path("text").asText())
                        .isEqualTo("Rolled \"api\" back to v2.0.4.");
            });
        }
    }

    @Test
    void aTokenInAMessageNeverLeaves() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> new Reply(200, "text/plain", "ok", -1))) {
            new WebhookNotifier(Map.of("url", server.url() + "/hook"))
                    .send("Failed with Authorization: Bearer abcdef1234567890SECRET");
            assertThat(server.asked().getFirst().body()).doesNotContain("SECRET").contains("[redacted]");
        }
    }

    @Test
    void aRefusalDoesNotNameTheAddress() throws Exception {
        try (LoopbackServer server = new LoopbackServer(_ -> new Reply(404, "text/plain", "no_service", -1))) {
            FailureException thrown = catchThrowableOfType(FailureException.class,
                    () -> new WebhookNotifier(Map.of("url", server.url() + PATH)).send("hello"));
            assertThat(thrown.failure()).isInstanceOf(Failure.Missing.class);
            assertThat(thrown.getMessage()).doesNotContain("SECRET");
        }
    }

    @Test
    void anUnusableAddressIsRejectedWithoutRepeatingIt() {
        assertThatThrownBy(() -> new WebhookNotifier(Map.of("url", "hooks SECRET")).send("hello"))
                .isInstanceOf(FailureException.class).hasMessageContaining("env:NAME").hasMessageNotContaining("SECRET");
    }
}
