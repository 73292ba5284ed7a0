package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.ImageBehaviour;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.LogRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** The pods of the sandbox's cluster as they come and go. */
public final class SandboxPods implements Pods {

    private final Place place;

    public SandboxPods(Cluster cluster, SandboxClock clock, String namespace) {
        this.place = new Place(cluster, clock, namespace);
    }

    @Override
    public Subscription watch(Consumer<Change> listener) {
        BlockingQueue<com.maily.console.sandbox.cluster.Change> queue = new LinkedBlockingQueue<>();
        List<Pod> present = new ArrayList<>();
        // Under one lock, so that no change falls between what there is and what comes.
        Subscription changes = place.clock().locked(() -> {
            place.list(Kinds.PODS).stream().filter(SandboxPods::shown).map(SandboxPods::pod).forEach(present::add);
            return place.cluster().watch(Kinds.PODS, place.namespace(), queue::add);
        });
        listener.accept(new Change(List.copyOf(present), Set.of(), place.now()));
        Thread thread = Thread.ofVirtual().name("sandbox-pods").start(() -> deliver(queue, listener));
        return () -> {
            changes.close();
            thread.interrupt();
        };
    }

    @Override
    public List<String> log(String pod, int lines) {
        return place.clock().locked(() -> {
            JsonNode found = place.call("Reading the log of pod/" + pod, () -> place.cluster()
                    .read(Kinds.PODS, place.namespace(), pod));
            if (Read.text(found, "status", "phase").equals("Pending")) {
                return List.of();
            }
            String container = Read.text(Read.at(found, "spec", "containers").path(0), "name");
            return place.call("Reading the log of pod/" + pod,
                    () -> place.cluster().log(place.namespace(), pod, container, LogRange.newest(lines)))
                    .stream().map(ImageBehaviour.LogLine::text).toList();
        });
    }

    private void deliver(BlockingQueue<com.maily.console.sandbox.cluster.Change> queue, Consumer<Change> listener) {
        try {
            while (true) {
                List<com.maily.console.sandbox.cluster.Change> batch = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(batch);
                tell(batch, listener);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells the latest of each pod only. */
    private void tell(List<com.maily.console.sandbox.cluster.Change> batch, Consumer<Change> listener) {
        Map<String, Pod> changed = new LinkedHashMap<>();
        Set<String> gone = new LinkedHashSet<>();
        batch.stream().filter(change -> shown(change.object())).forEach(change -> {
            String name = Read.name(change.object());
            if (change.type() == com.maily.console.sandbox.cluster.Change.Type.DELETED) {
                changed.remove(name);
                gone.add(name);
            } else {
                gone.remove(name);
                changed.put(name, pod(change.object()));
            }
        });
        if (!changed.isEmpty() || !gone.isEmpty()) {
            listener.accept(new Change(List.copyOf(changed.values()), Set.copyOf(gone), place.now()));
        }
    }

    private static boolean shown(JsonNode pod) {
        return Read.labels(pod).containsKey("maily.dev/component");
    }

    private static Pod pod(JsonNode pod) {
        Map<String, String> labels = Read.labels(pod);
        JsonNode container = Read.container(pod.path("spec"), labels.getOrDefault("app.kubernetes.io/name", ""));
        boolean deleting = Read.at(pod, "metadata").has("deletionTimestamp");
        boolean ready = !deleting && Read.items(Read.at(pod, "status", "conditions"))
                .anyMatch(c -> Read.text(c, "type").equals("Ready") && Read.text(c, "status").equals("True"));
        int restarts = Read.items(Read.at(pod, "status", "containerStatuses"))
                .mapToInt(each -> Read.number(each, "restartCount")).sum();
        return new Pod(Read.name(pod), Read.text(pod, "metadata", "namespace"), labels.getOrDefault("maily.dev/component", ""),
                "canary".equals(labels.get("maily.dev/track")) ? Track.CANARY : Track.STABLE,
                        Read.tag(Read.text(container, "image")),
                labels.getOrDefault("pod-template-hash", ""), deleting ? "Terminating" : phase(pod), ready, restarts,
                labels.getOrDefault("topology.kubernetes.io/zone", Read.text(pod, "spec", "nodeName")),
                Instant.parse(Read.text(pod, "metadata", "creationTimestamp")));
    }

    private static String phase(JsonNode pod) {
        return Read.items(Read.at(pod, "status", "containerStatuses"))
                .map(status -> Read.text(status, "state", "waiting", "reason")
                        + Read.text(status, "state", "terminated", "reason"))
                .filter(reason -> !reason.isEmpty()).findFirst().orElse(Read.text(pod, "status", "phase"));
    }
}
