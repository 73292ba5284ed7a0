package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The world of the recordings: one Deployment {@code web} whose images behave as their tags say, on a clock moved by hand. */
final class Web implements ImageBehaviour {

    static final Instant START = Instant.parse("2026-11-20T17:16:00Z");
    static final String NAMESPACE = "w";

    final SandboxClock clock = SandboxClock.manual(START);
    final Cluster cluster = new Cluster(clock, this, 1);
    final List<String> told = new ArrayList<>();

    Web() {
        cluster.create(Kinds.NAMESPACES, "", Cluster.named(NAMESPACE), Write.by("test"));
    }

    @Override
    public Startup start(String image, String pod) {
        if (image.contains(":broken")) {
            return new Startup.PullError(Duration.ofMillis(500), "manifest unknown");
        }
        return image.contains(":crash") ? new Startup.Crash(Duration.ofSeconds(3), 137, "OOMKilled")
                : new Startup.Ready(Duration.ofMillis(300));
    }

    @Override
    public Run job(String image, String job) {
        return new Run(Duration.ofSeconds(5), !image.contains("broken"));
    }

    @Override
    public List<LogLine> log(String image, String pod, Instant since, Instant until) {
        return new SteadyImages().log(image, pod, since, until);
    }

    @Override
    public Duration stop(String image) {
        return Duration.ofMillis(12);
    }

    /** Creates the Deployment and waits until it is settled. */
    Web deployed(int replicas) {
        return deployed(replicas, "{}");
    }

    Web deployed(int replicas, String extra) {
        ObjectNode deployment = deployment("web", replicas);
        ((ObjectNode) deployment.get("spec")).setAll(Json.parse(extra));
        cluster.create(Kinds.DEPLOYMENTS, NAMESPACE, deployment, Write.by("test"));
        advance(5);
        return this;
    }

    static ObjectNode deployment(String name, int replicas) {
        return Json.parse("""
                {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%1$s","labels":{"app":"%1$s"}},
                 "spec":{"replicas":%2$d,"selector":{"matchLabels":{"app":"%1$s"}},"template":{"metadata":{"labels":{"app":"%1$s"}},
                  "spec":{"containers":[{"name":"web","image":"registry.local/web:1.0.0","ports":[{"containerPort":8080}]}]}}}}"""
                .formatted(name, replicas));
    }

    void advance(double seconds) {
        clock.advance(Duration.ofMillis((long) (seconds * 1000)));
    }

    ObjectNode image(String tag) {
        return merge(PatchKind.STRATEGIC,
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"registry.local/web:"
                + tag + "\"}]}}}}");
    }

    ObjectNode merge(PatchKind kind, String patch) {
        return patch(kind, patch, "kubectl-set");
    }

    ObjectNode patch(PatchKind kind, String patch, String manager) {
        return cluster.patch(Kinds.DEPLOYMENTS, NAMESPACE, "web", kind, tree(patch), Write.by(manager));
    }

    static JsonNode tree(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    ObjectNode web() {
        return cluster.read(Kinds.DEPLOYMENTS, NAMESPACE, "web");
    }

    List<ObjectNode> sets() {
        return cluster.list(Kinds.REPLICA_SETS, NAMESPACE, "");
    }

    List<ObjectNode> pods() {
        return cluster.list(Kinds.PODS, NAMESPACE, "");
    }

    /** Writes down each change of the Deployment from now on, as {@link #digest} says it; equal ones in a row once. */
    void record() {
        cluster.watch(Kinds.DEPLOYMENTS, NAMESPACE, change -> {
            String line = digest(change.object());
            if (told.isEmpty() || !told.getLast().equals(line)) {
                told.add(line);
            }
        });
    }

    /**
     * Generation/observed, revision, replicas updated ready available unavailable ({@code -} where absent), why it progresses.
     */
    static String digest(JsonNode deployment) {
        StringBuilder text = new StringBuilder("g" + Meta.generation(deployment) + " o"
                + Json.text(deployment, "status", "observedGeneration")
                + " r" + Meta.annotation(deployment, Meta.REVISION));
        for (String counter : List.of("replicas", "updatedReplicas", "readyReplicas", "availableReplicas",
                "unavailableReplicas")) {
            JsonNode value = Json.at(deployment, "status", counter);
            text.append(' ').append(value.isMissingNode() ? "-" : value.asText());
        }
        return text.append(' ').append(Conditions.reason(deployment, "Progressing")).toString();
    }
}
