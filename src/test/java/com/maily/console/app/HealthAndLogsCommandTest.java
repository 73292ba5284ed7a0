package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.app.Terminal.Said;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What endpoints answer and logs tell of a bad version: from a terminal, over the wire. */
class HealthAndLogsCommandTest {

    @TempDir
    private Path folder;
    private Box box;
    private Terminal terminal;

    @BeforeEach
    void start() {
        box = Box.start("rollback-drill", 77, 60, folder);
        terminal = Terminal.on(box);
    }

    @AfterEach
    void stop() {
        box.close();
    }

    @Test
    void eachEndpointIsAskedAndOneThatIsDownEndsWithOne() throws Exception {
        Said said = terminal.type("health", "--json");
        assertThat(said.code()).as(said.out() + said.err()).isZero();
        Set<String> components = StreamSupport.stream(said.json().at("/endpoints").spliterator(), false)
                .map(row -> row.at("/component").asText()).collect(Collectors.toSet());
        assertThat(components).containsExactlyInAnyOrder("frontend", "api", "ai-service", "blockchain", "email", "campaign",
                "analytics");
        assertThat(said.json().at("/endpoints/0/code").asInt()).isEqualTo(200);

        box.world().cluster().patch(Kinds.DEPLOYMENTS, "maily", "email-service", "scale", PatchKind.MERGE,
                new ObjectMapper().readTree("{\"spec\":{\"replicas\":0}}"), "test");
        Said down = Eventually.read(Duration.ofSeconds(20), () -> terminal.type("health", "--component", "email"),
                one -> one.code() != 0);
        assertThat(down.code()).isEqualTo(1);
        assertThat(down.out()).contains("email", "down", "503", "Answered 503 where 200 was expected.")
                .doesNotContain("campaign");
        assertThat(terminal.type("health", "--component", "apo").code()).isEqualTo(2);
    }

    @Test
    void theLogsOfABadVersionLeadToTheTraceOfOneRequest() throws Exception {
        Said said = Eventually.read(Duration.ofSeconds(30), () -> terminal.type("logs", "search", "failed -\"no healthy\"",
                "--component", "api", "--last", "20m", "--limit", "5", "--json"), one -> one.json().at("/total").asInt() > 5);
        assertThat(said.code()).as(said.err()).isZero();
        JsonNode line = said.json().at("/lines/0");
        assertThat(line.at("/level").asText()).isEqualTo("error");
        assertThat(line.at("/message").asText()).contains("version=v2.1.0");
        URI link = URI.create(line.at("/links/0").asText());
        String page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString()).body();
        assertThat(page).contains(line.at("/trace").asText(), "version=v2.1.0");
        assertThat(terminal.type("logs", "search", "--component", "api", "--limit", "2").out()).contains("go on with --skip 2");
        assertThat(terminal.type("logs", "search", "--last", "soon").code()).isEqualTo(2);
        assertThat(terminal.type("logs").code()).isEqualTo(2);
    }
}
