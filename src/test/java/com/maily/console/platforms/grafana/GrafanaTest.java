package com.maily.console.platforms.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Announcer;
import com.maily.console.core.port.AnnouncerContract;
import com.maily.console.core.port.Links;
import com.maily.console.sandbox.grafana.GrafanaFace;
import com.maily.console.sandbox.grafana.GrafanaWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrafanaTest extends AnnouncerContract {

    private final GrafanaWorld world = new GrafanaWorld();
    private final GrafanaFace face = new GrafanaFace(world, "sandbox");
    @TempDir
    Path folder;
    private GrafanaClient client;

    @BeforeEach
    void open() throws IOException {
        client = client("sandbox");
    }

    private GrafanaClient client(String token) throws IOException {
        Path file = folder.resolve(token);
        Files.writeString(file, token);
        return GrafanaClient.of(Map.of("url", face.address().toString(), "token", "file:" + file));
    }

    @AfterEach
    void close() {
        client.close();
        face.close();
    }

    @Override
    protected Announcer announcer() {
        return new AnnotationAnnouncer(client);
    }

    @Override
    protected List<String> shown() {
        return world.marks().stream().map(mark -> Instant.ofEpochMilli(mark.time()) + "-" + Instant.ofEpochMilli(mark.timeEnd()) + " "
                + mark.text()).toList();
    }

    @Test
    void aWrongTokenIsDeniedAndNotShown() throws IOException {
        try (GrafanaClient wrong = client("wrong-token-1234")) {
            assertThatThrownBy(wrong::tryToken).isInstanceOfSatisfying(FailureException.class, problem -> {
                assertThat(problem.failure()).isInstanceOf(Failure.Denied.class);
                assertThat(problem.failure().sentence()).doesNotContain("wrong-token-1234");
            });
        }
    }

    @Test
    void linksShowTheSameTimeAndComponent() {
        Links links = new GrafanaLinks(Map.of("url", "https://grafana.example/root/", "dashboard", "all", "dashboard.api", "api-board",
                "variable.env", "${environment}", "variable.service", "${component}", "explore", "prom-1"));
        Instant from = Instant.ofEpochMilli(1_763_603_280_000L);

        List<Links.Link> api = links.to(new Links.Place("production", "api", from, from.plusSeconds(60), Optional.empty()));

        assertThat(api).extracting(Links.Link::title).containsExactly("Grafana", "Grafana Explore");
        assertThat(api.getFirst().address()).hasToString("https://grafana.example/root/d/api-board?from=1763603280000&orgId=1"
                + "&to=1763603340000&var-env=production&var-service=api");
        assertThat(api.getLast().address().getQuery()).contains("\"datasource\":\"prom-1\"").contains("\"from\":\"1763603280000\"");
        assertThat(links.to(new Links.Place("production", "", from, from.plusSeconds(60), Optional.empty())).getFirst().address())
                .hasToString("https://grafana.example/root/d/all?from=1763603280000&orgId=1&to=1763603340000&var-env=production");
    }

    @Test
    void onlyAddressesForABrowserAreLinkedTo() {
        assertThatThrownBy(() -> new GrafanaLinks(Map.of("url", "file:///etc/passwd"))).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> new GrafanaLinks(Map.of("url", "javascript:alert(1)"))).isInstanceOf(FailureException.class);
    }
}
