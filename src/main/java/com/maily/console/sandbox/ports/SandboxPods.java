package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.Compute;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodEvent;
import com.maily.console.core.port.PodUsage;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    @Override
    public Subscription follow(LogSource source, Consumer<LogNews> listener) {
        SandboxLog log = new SandboxLog(place, source, listener);
        log.start();
        return log;
    }

    @Override
    public PodUsage usage() {
        Map<String, Compute> byPod = new LinkedHashMap<>();
        place.cluster().podMetrics(place.namespace()).forEach(pod -> byPod.put(Pod.key(place.namespace(), Read.name(pod)),
                Read.items(pod.path("containers")).map(container -> Read.compute(container.path("usage")))
                        .reduce(Compute.NONE, Compute::plus)));
        return new PodUsage.Measured(byPod, place.now());
    }

    @Override
    public List<PodEvent> events(Pod pod) {
        return events(name -> name.equals(pod.name()));
    }

    @Override
    public List<PodEvent> events(Component component) {
        String target = component.targetName();
        return events(name -> name.equals(target) || name.startsWith(target + "-"));
    }

    private List<PodEvent> events(Predicate<String> about) {
        return place.list(Kinds.EVENTS).stream().filter(event -> about.test(Read.text(event, "involvedObject", "name")))
                .map(event -> new PodEvent(Instant.parse(Read.text(event, "lastTimestamp")), Read.text(event,
                "type").equals("Warning"),
                        Read.text(event, "reason"), Read.text(event, "message"), Read.text(event, "involvedObject", "name"),
                        Math.max(1, Read.number(event, "count"))))
                .sorted(Comparator.comparing(PodEvent::at)).toList();
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
            String name = Pod.key(Read.text(change.object(), "metadata", "namespace"), Read.name(change.object()));
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
                Instant.parse(Read.text(pod, "metadata", "creationTimestamp")), Read.text(pod, "spec", "nodeName"),
                containers(pod, Read.text(container, "name")), total(pod, "requests"), total(pod, "limits"));
    }

    private static List<String> containers(JsonNode pod, String main) {
        List<String> names = Read.items(Read.at(pod, "spec", "containers")).map(container -> Read.text(container, "name"))
                .toList();
        return Stream.concat(names.stream().filter(main::equals), names.stream().filter(name -> !name.equals(main))).toList();
    }

    private static Compute total(JsonNode pod, String which) {
        return Read.items(Read.at(pod, "spec", "containers")).map(container -> Read.compute(Read.at(container, "resources",
                which)))
                .reduce(Compute.NONE, Compute::plus);
    }

    private static String phase(JsonNode pod) {
        return Read.items(Read.at(pod, "status", "containerStatuses"))
                .map(status -> Read.text(status, "state", "waiting", "reason")
                        + Read.text(status, "state", "terminated", "reason"))
                .filter(reason -> !reason.isEmpty()).findFirst().orElse(Read.text(pod, "status", "phase"));
    }
}
