package com.maily.console.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.KubernetesFace;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.SteadyImages;
import com.maily.console.sandbox.cluster.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A cluster with twelve Deployments that ran v1 and now run v2, and the workspace file that tells of them. */
final class TwelveDeployments implements AutoCloseable {

    static final List<String> NAMES = IntStream.rangeClosed(1, 12).mapToObj("service-%02d"::formatted).toList();
    private static final String NAMESPACE = "default";
    private static final Write PIPELINE = Write.by("release-pipeline");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DEPLOYMENT = """
            {"metadata":{"name":"%1$s"},
             "spec":{"replicas":1,"selector":{"matchLabels":{"app.kubernetes.io/name":"%1$s"}},
              "template":{"metadata":{"labels":{"app.kubernetes.io/name":"%1$s","maily.dev/component":"%1$s","maily.dev/track":"stable"}},
               "spec":{"containers":[{"name":"%1$s","image":"ghcr.io/maily/%1$s:v1"}]}}}}""";
    private static final String IMAGE = """
            {"spec":{"template":{"spec":{"containers":[{"name":"%1$s","image":"ghcr.io/maily/%1$s:v2"}]}}}}""";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Path folder;
    private final SandboxClock clock = SandboxClock.running(Instant.now(), 1);
    private final Cluster cluster = new Cluster(clock, new SteadyImages(Duration.ofMillis(100), Duration.ofSeconds(1)), 12);
    private final KubernetesFace face = new KubernetesFace(cluster, clock);

    TwelveDeployments(Path folder) throws IOException {
        this.folder = folder;
        NAMES.forEach(name -> cluster.create(Kinds.DEPLOYMENTS, NAMESPACE, read(DEPLOYMENT.formatted(name)), PIPELINE));
        settles("v1");
        face.writeKubeconfig(kubeconfig());
        Files.writeString(workspace(), workspaceText());
    }

    Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    Path workspace() {
        return folder.resolve("workspace.yaml");
    }

    /** Everything runs v2 and has finished to. */
    void runsNew() {
        NAMES.forEach(name -> cluster.patch(Kinds.DEPLOYMENTS, NAMESPACE, name, PatchKind.STRATEGIC, read(IMAGE.formatted(name)), PIPELINE));
        settles("v2");
    }

    void settles(String version) {
        Eventually.holds(PATIENCE, () -> NAMES.stream().allMatch(name -> runs(name, version)));
    }

    private boolean runs(String name, String version) {
        ObjectNode deployment = cluster.read(Kinds.DEPLOYMENTS, NAMESPACE, name);
        return deployment.at("/spec/template/spec/containers/0/image").asText().endsWith(":" + version)
                && deployment.at("/status/observedGeneration").asLong() == deployment.at("/metadata/generation").asLong()
                && deployment.at("/status/updatedReplicas").asInt() == 1 && deployment.at("/status/replicas").asInt() == 1
                && deployment.at("/status/availableReplicas").asInt() == 1;
    }

    private ObjectNode read(String text) {
        try {
            return (ObjectNode) json.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("the object is not JSON", e);
        }
    }

    private String workspaceText() {
        return "name: Twelve\ncomponents:\n" + each("  - {name: %1$s, criticality: critical, platform: kubernetes, target: deployment/%1$s}\n")
                + "environments:\n  - name: production\n    production: true\n    connections:\n      kubernetes:\n"
                + "        kubeconfig: " + kubeconfig() + "\n        namespace: " + NAMESPACE + "\n"
                + "releases:\n  - version: v2\n    artifacts:\n" + each("      %1$s: {image: \"ghcr.io/maily/%1$s:v2\"}\n")
                + "  - version: v1\n    artifacts:\n" + each("      %1$s: {image: \"ghcr.io/maily/%1$s:v1\"}\n");
    }

    private static String each(String line) {
        return NAMES.stream().map(line::formatted).collect(Collectors.joining());
    }

    @Override
    public void close() {
        face.close();
    }
}
