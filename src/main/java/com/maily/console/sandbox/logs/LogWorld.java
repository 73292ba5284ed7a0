package com.maily.console.sandbox.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.ApiError;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.ImageBehaviour;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.LogRange;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All lines that were written in the sandbox in a time, newest first; asking again gives the same. */
public final class LogWorld {

    private static final String COMPONENT = "maily.dev/component";
    private static final String JOB = "batch.kubernetes.io/job-name";

    private final SandboxClock clock;
    private final FailedRequests failed;
    private final List<Cluster> clusters;
    private final Map<String, String> namespaces;

    /** @param namespaces by environment */
    public LogWorld(SandboxClock clock, SeriesStore store, List<Cluster> clusters, Map<String, String> namespaces) {
        this.clock = clock;
        this.failed = new FailedRequests(store);
        this.clusters = List.copyOf(clusters);
        this.namespaces = Map.copyOf(namespaces);
    }

    /** @param service a component's or a job's name; empty for all */
    List<LogEvent> between(String environment, String service, Instant from, Instant to) {
        return clock.locked(() -> Stream.concat(clusters.stream().flatMap(cluster -> written(cluster, environment, service,
                from)),
                failed.between(environment, service, from, to)).filter(line -> !line.at().isBefore(from) && !line.at()
                .isAfter(to))
                .sorted(Comparator.comparing(LogEvent::at).reversed().thenComparing(LogEvent::id)).toList());
    }

    private Stream<LogEvent> written(Cluster cluster, String environment, String service, Instant from) {
        String namespace = namespaces.getOrDefault(environment, "");
        return namespace.isEmpty() ? Stream.of() : cluster.list(Kinds.PODS, namespace, "").stream()
                .filter(pod -> !service(pod).isEmpty() && (service.isEmpty() || service.equals(service(pod))))
                .flatMap(pod -> lines(cluster, namespace, pod, from));
    }

    private static String service(JsonNode pod) {
        JsonNode labels = pod.at("/metadata/labels");
        return labels.path(JOB).asText(labels.path(COMPONENT).asText(""));
    }

    private static Stream<LogEvent> lines(Cluster cluster, String namespace, JsonNode pod, Instant from) {
        String name = pod.at("/metadata/name").asText();
        boolean died = pod.at("/status/phase").asText().equals("Failed");
        try {
            List<ImageBehaviour.LogLine> lines = cluster.log(namespace, name, pod.at("/spec/containers/0/name").asText(),
                    new LogRange(from.minusMillis(1), Integer.MAX_VALUE));
            return lines.stream().map(line -> LogEvent.written(line.at(), service(pod), name, line.text(),
                    died && line == lines.getLast()));
        } catch (ApiError notStarted) {
            return Stream.of();
        }
    }

    SandboxClock clock() {
        return clock;
    }
}
