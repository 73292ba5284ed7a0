package com.maily.console.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;
import java.io.IOException;
import java.util.List;

/** A cluster full of pods. */
public final class PodCrowd {

    private static final int NAMESPACES = 50;
    /** As if it had been placed already, so that the sandbox has nothing more to do with it. */
    private static final String POD = """
            {"metadata": {"name": "%2$s", "annotations": {"prometheus.io/scrape": "true"},
            "labels": {"maily.dev/component": "%1$s",
              "app.kubernetes.io/name": "%1$s", "pod-template-hash": "7c9d5f6b8"}},
             "spec": {"nodeName": "node-eu-west-1a-1", "containers": [{"name": "%1$s", "image": "ghcr.io/maily/%1$s:v2.0.4",
              "ports": [{"containerPort": 8080}], "env": [{"name": "REDIS_URL", "value": "redis://redis:6379"}],
              "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"cpu": "500m", "memory": "512Mi"}}}]}}
            """;
    private static final String RUNNING = """
            {"status": {"phase": "Running", "startTime": "2025-11-20T03:00:00Z", "conditions": [{"type": "Ready",
            "status": "True"}],
             "containerStatuses": [{"name": "%s", "ready": true, "restartCount": %d, "state": {"running":
              {"startedAt": "2025-11-20T03:00:00Z"}}}]}}
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private PodCrowd() { }

    /** So many running pods, spread over fifty namespaces. */
    public static void fill(Cluster cluster, int wanted) {
        for (int i = 0; i < NAMESPACES; i++) {
            cluster.create(Kinds.NAMESPACES, "", json("{\"metadata\":{\"name\":\"%s\"}}".formatted(namespace(i))), Write.by("bench"));
        }
        for (int i = 0; i < wanted; i++) {
            cluster.create(Kinds.PODS, namespace(i), json(POD.formatted(component(i), name(i))), Write.by("bench"));
            restart(cluster, i, 0);
        }
    }

    /** One of them restarts, as its kubelet would write it. */
    public static void restart(Cluster cluster, int pod, int times) {
        String component = component(pod);
        cluster.patch(Kinds.PODS, namespace(pod), name(pod), "status", PatchKind.MERGE,
                json(RUNNING.formatted(component, times)), "bench");
    }

    public static String namespace(int pod) {
        return "team-" + pod % NAMESPACES;
    }

    public static String name(int pod) {
        return "maily-%s-7c9d5f6b8-%05d".formatted(component(pod), pod);
    }

    private static String component(int pod) {
        return List.of("api", "email", "campaign", "analytics").get(pod % 4);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
