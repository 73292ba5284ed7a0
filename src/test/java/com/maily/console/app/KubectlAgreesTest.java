package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Actor;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unmodified kubectl, asked during a deployment, says what mailyctl says. */
@Tag("kubectl")
class KubectlAgreesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> TARGETS = Map.of("analytics", "analytics-service", "campaign", "campaign-service",
            "email", "email-service");

    @TempDir
    private Path folder;
    private Box box;
    private Console console;

    @BeforeEach
    void start() {
        assumeTrue(kubectlIsThere(), "kubectl is not on the PATH, so it could not be asked");
        box = Box.start("smooth", 77, 60, folder);
        // One that hangs, so that there is a moment in the middle of a rollout at which both can be asked.
        box.world().faults().neverBecomesReady("campaign", "v2.1.0");
        console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())));
    }

    static boolean kubectlIsThere() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(entry -> Files.isExecutable(Path.of(entry, "kubectl")));
    }

    @AfterEach
    void stop() {
        if (box != null) {
            console.close();
            box.close();
        }
    }

    private String kubectl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("kubectl", "--kubeconfig", box.kubeconfig().toString(), "--cache-dir",
                folder.resolve("cache").toString(), "-n", "maily"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return text.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, JsonNode> status() {
        Map<String, JsonNode> rows = new TreeMap<>();
        StreamSupport.stream(Terminal.on(box).type("status", "--env", "production", "--json").json().at("/components")
                .spliterator(), false)
                .forEach(row -> rows.put(row.at("/component").asText(), row));
        return rows;
    }

    @Test
    void duringADeploymentAndAfterAnUndo() {
        Actor actor = new Actor("release-manager", "Console");
        Commands.Answer answer = console.commands().start(new Commands.Wanted("production", "v2.1.0", 2, 2, true, false,
                Optional.empty(), "with kubectl beside it"), actor);
        String run = ((Commands.Answer.Accepted) answer).deployment();
        Eventually.holds(PATIENCE, () -> kubectl("rollout", "status", "deployment/analytics-service", "--watch=false")
                .contains("successfully")
                && status().get("analytics").at("/version").asText().equals("v2.1.0")
                && status().get("email").at("/version").asText().equals("v2.1.0") && status().get("email").at("/ready")
                        .asInt() == 5
                && kubectl("rollout", "status", "deployment/campaign-service", "--watch=false").contains("1 out of 3"));
        TARGETS.keySet().forEach(this::assertBothSayTheSame);
        assertThat(status().get("campaign").at("/rollout").asText()).contains("Waiting for deployment");

        console.commands().cancel(run, "it hangs", actor);
        Eventually.holds(PATIENCE, () -> console.journal().history().deployment(run).orElseThrow().over());
        assertThat(kubectl("rollout", "undo", "deployment/campaign-service")).contains("rolled back");
        assertThat(kubectl("rollout", "status", "deployment/campaign-service")).contains("successfully rolled out");
        assertBothSayTheSame("campaign");
        assertThat(status().get("campaign").at("/version").asText()).isEqualTo("v2.0.4");
    }

    private void assertBothSayTheSame(String component) {
        JsonNode row = status().get(component);
        String target = TARGETS.get(component);
        assertThat(kubectl("rollout", "status", "deployment/" + target, "--watch=false")).as(component)
                .isEqualTo(row.at("/rollout").asText());
        String image = kubectl("get", "deployment", target, "-o", "jsonpath={.spec.template.spec.containers[0].image}");
        assertThat(image).endsWith(":" + row.at("/version").asText());
        assertThat(kubectl("get", "deployments", target, "--no-headers")).as(component).contains("/" + row.at("/wanted").asInt());
        String updatedAndReady = kubectl("get", "pods", "-l", "app.kubernetes.io/name=" + target, "-o",
                "jsonpath={range .items[*]}{.spec.containers[0].image} {.status.conditions[?(@.type=='Ready')].status}{'\\n'}{end}");
        assertThat(updatedAndReady.lines().filter(line -> line.equals(image + " True")).count()).as(component + "\n"
                + updatedAndReady)
                .isEqualTo(row.at("/ready").asLong());
    }
}
