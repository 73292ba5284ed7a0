package com.maily.console.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.ConsoleServices;
import com.maily.console.core.engine.SimulatedDriver;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.Platforms;
import com.maily.console.platforms.workspace.WorkspaceFile;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kind;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.KubernetesFace;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.SteadyImages;
import com.maily.console.sandbox.cluster.Write;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A whole console over the wire to a cluster that runs one Argo Rollout, with a clock moved by hand. */
final class RolloutStage implements AutoCloseable {

    static final Actor SOMEBODY = new Actor("release-manager", "Console");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String NAMESPACE = "shop";

    private final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z"));
    private final Cluster cluster = new Cluster(clock, new SteadyImages(), 77);
    private final KubernetesFace face = new KubernetesFace(cluster, clock);
    private final SimulatedDriver driver = new SimulatedDriver(clock, until ->
            clock.advance(Duration.between(clock.instant(), until)));
    private final EnvironmentPlatforms platforms;
    private final ConsoleServices console;

    /** @param strategy of the Rollout, as YAML in one line */
    RolloutStage(Path folder, String strategy, String ladder) {
        Path kubeconfig = folder.resolve("kubeconfig");
        face.writeKubeconfig(kubeconfig);
        var workspace = WorkspaceFile.read(written(folder.resolve("rollouts.yaml"), text("rollout-workspace.yaml")
                .replace("KUBECONFIG", kubeconfig.toString()).replace("LADDER", ladder)));
        cluster.create(Kinds.NAMESPACES, "", tree("{metadata: {name: " + NAMESPACE + "}}"), Write.by("test"));
        tree(text("rollout-objects.yaml").replace("STRATEGY", strategy)).forEach(object -> cluster.create(kind(object), NAMESPACE,
                object, Write.by("test")));
        Environment production = workspace.environments().getFirst();
        platforms = EnvironmentPlatforms.open(production, clock, "test");
        console = ConsoleServices.simulated(workspace, new MemoryJournal(clock), clock, _ -> platforms, driver);
        clock.advance(Duration.ofMinutes(1));
        // The version before the present one, so that there is a history.
        patch(Kinds.ROLLOUTS, "", PatchKind.JSON,
                "[{op: replace, path: /spec/template/spec/containers/0/image, value: 'ghcr.io/maily/api:v2.0.4'}]");
        clock.advance(Duration.ofMinutes(1));
        patch(Kinds.ROLLOUTS, "status", PatchKind.MERGE, "{status: {promoteFull: true}}");
        clock.advance(Duration.ofMinutes(2));
    }

    private static String text(String resource) {
        try (var stream = RolloutStage.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(JsonNode object) {
        return Kinds.ALL.stream().filter(kind -> kind.name().equals(object.path("kind").asText())).findFirst().orElseThrow();
    }

    void patch(Kind kind, String subresource, PatchKind patchKind, String yaml) {
        cluster.patch(kind, NAMESPACE, "web", subresource, patchKind, tree(yaml), "kubectl-argo-rollouts");
    }

    Cluster cluster() {
        return cluster;
    }

    JsonNode rollout() {
        return cluster.read(Kinds.ROLLOUTS, NAMESPACE, "web");
    }

    JsonNode service(String name) {
        return cluster.read(Kinds.SERVICES, NAMESPACE, name);
    }

    /** What the VirtualService really sends to the canary. */
    int sent() {
        return cluster.read(Kinds.VIRTUAL_SERVICES, NAMESPACE, "web").at("/spec/http/0/route/1/weight").asInt();
    }

    Console console() {
        return console;
    }

    Platforms platforms() {
        return platforms;
    }

    Component component() {
        return console.workspace().components().getFirst();
    }

    SandboxClock clock() {
        return clock;
    }

    String deploy() {
        return deploy(2);
    }

    String deploy(int fromPhase) {
        return accepted(console.commands().start(new Commands.Wanted("production", "v2.1.0", fromPhase, 3, true, true,
                Optional.empty(),
                "release day"), SOMEBODY));
    }

    static String accepted(Commands.Answer answer) {
        return switch (answer) {
            case Commands.Answer.Accepted accepted -> accepted.deployment();
            case Commands.Answer.Refused refused -> throw new AssertionError(refused.why().sentence());
        };
    }

    Deployment run(String id) {
        return console.journal().history().deployment(id).orElseThrow();
    }

    boolean play(BooleanSupplier enough) {
        return driver.play(enough, clock.instant().plus(Duration.ofHours(2)));
    }

    /** Plays on, answering every question with yes but those of {@code except}; what only metrics could tell is skipped. */
    Deployment playToTheEnd(String id, String... except) {
        while (!run(id).over()) {
            boolean moved = play(() -> run(id).over() || gate(id).isPresent() || stuck(id).isPresent());
            Optional<StepState> stuck = stuck(id);
            boolean asks = gate(id).filter(step -> !List.of(except).contains(step.gate().orElseThrow().id())).isPresent();
            if (!moved || stuck.filter(step -> !(step.step() instanceof Step.Inspect)).isPresent() || stuck.isEmpty() && !asks) {
                return run(id);
            }
            if (stuck.isPresent()) {
                console.commands().skip(id, stuck.get().step().id(), "there are no metrics here", SOMEBODY);
                play(() -> stuck(id).isEmpty());
            } else {
                answer(id);
            }
        }
        return run(id);
    }

    /** Plays on until {@code enough}, skipping what only metrics could tell. */
    boolean playUntil(String id, BooleanSupplier enough) {
        while (play(() -> enough.getAsBoolean() || stuck(id).isPresent() || gate(id).isPresent()) && !enough.getAsBoolean()) {
            if (stuck(id).isPresent()) {
                if (!(stuck(id).get().step() instanceof Step.Inspect)) {
                    throw new AssertionError(stuck(id).get().toString());
                }
                console.commands().skip(id, stuck(id).get().step().id(), "there are no metrics here", SOMEBODY);
                play(() -> stuck(id).isEmpty());
            } else {
                answer(id);
            }
        }
        return enough.getAsBoolean();
    }

    void answer(String id) {
        String step = gate(id).orElseThrow().step().id();
        console.commands().answer(id, step, true, "", SOMEBODY);
        play(() -> run(id).step(step).orElseThrow().gate().isEmpty());
    }

    Optional<StepState> gate(String id) {
        return run(id).steps().values().stream().filter(step -> step.gate().isPresent()).findFirst();
    }

    private Optional<StepState> stuck(String id) {
        return run(id).steps().values().stream().filter(step -> step.status() == StepState.Status.FAILED
                || step.status() == StepState.Status.HELD).findFirst();
    }

    List<Event> events(String id) {
        return console.journal().read(0, Integer.MAX_VALUE).stream().filter(entry -> entry.deployment().equals(id))
                .map(entry -> entry.event()).toList();
    }

    @Override
    public void close() {
        console.close();
        platforms.close();
        face.close();
    }
}
