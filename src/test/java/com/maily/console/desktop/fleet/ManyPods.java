package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Compute;
import com.maily.console.core.port.LogLine;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodEvent;
import com.maily.console.core.port.PodUsage;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Track;
import com.maily.console.desktop.Story;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** As many pods as wanted in as many namespaces, which change when told. */
class ManyPods implements Pods {

    static final List<String> COMPONENTS = List.of("api", "frontend", "redis", "email");

    final AtomicLong changes = new AtomicLong();
    final List<String> followed = new CopyOnWriteArrayList<>();
    volatile PodUsage usage;
    private final Random random = new Random(77);
    private final Set<Integer> chosen = new HashSet<>();
    private final List<Pod> pods = new ArrayList<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

    ManyPods(int count, int namespaces) {
        for (int i = 0; i < count; i++) {
            pods.add(pod(i, "maily" + (namespaces == 1 ? "" : "-" + i % namespaces), "Running", 0));
        }
        usage = new PodUsage.Measured(pods.stream().collect(Collectors.toMap(Pod::key,
                pod -> new Compute(50 + random.nextInt(400), (100L + random.nextInt(300)) << 20))), Story.NOW);
    }

    private static Pod pod(int number, String namespace, String phase, int restarts) {
        String component = COMPONENTS.get(number % COMPONENTS.size());
        return new Pod("maily-" + component + "-7c9d5f6b8-" + String.format("%05d", number), namespace, component,
                Track.STABLE, "v2.0.4",
                "7c9d5f6b8", phase, phase.equals("Running"), restarts, "eu-west-1a", Story.NOW.minusSeconds(3_600 + number),
                "ip-10-2-" + number % 50 + "-7", List.of(component, "proxy"), new Compute(100, 128L << 20), new Compute(500,
                512L << 20));
    }

    /** Some pods are now otherwise. */
    void churn(int some) {
        List<Pod> changed = new ArrayList<>();
        synchronized (pods) {
            for (int i = 0; i < some; i++) {
                int at = random.nextInt(pods.size());
                if (chosen.contains(at)) {
                    continue; // What a test has made of a pod stays, or nobody might see it in time.
                }
                Pod before = pods.get(at);
                String phase = List.of("Running", "Running", "Running", "Pending", "CrashLoopBackOff").get(random.nextInt(5));
                pods.set(at, pod(at, before.namespace(), phase, before.restarts() + 1));
                changed.add(pods.get(at));
            }
        }
        tell(changed);
    }

    void change(int number, String phase) {
        synchronized (pods) {
            chosen.add(number);
            pods.set(number, pod(number, pods.get(number).namespace(), phase, 1));
            tell(List.of(pods.get(number)));
        }
    }

    private void tell(List<Pod> changed) {
        changes.addAndGet(changed.size());
        listeners.forEach(listener -> listener.accept(new Change(changed, List.of(), Story.NOW)));
    }

    @Override
    public Subscription watch(Consumer<Change> listener) {
        synchronized (pods) {
            listener.accept(new Change(List.copyOf(pods), List.of(), Story.NOW));
            listeners.add(listener);
        }
        return () -> listeners.remove(listener);
    }

    @Override
    public List<String> log(String pod, int lines) {
        return List.of();
    }

    @Override
    public Subscription follow(LogSource source, Consumer<LogNews> listener) {
        followed.add(source.pod() + " " + source.container() + (source.previous() ? " before" : ""));
        listener.accept(new LogNews.Lines(List.of(line(1, "level=info msg=\"booting\""), line(3,
                "level=warn msg=\"redis retried\""),
                line(4, "level=info msg=\"redis connected\""))));
        return () -> { };
    }

    private static LogLine line(int second, String text) {
        return new LogLine(Optional.of(Story.NOW.plusSeconds(second)), text);
    }

    @Override
    public PodUsage usage() {
        return usage;
    }

    @Override
    public List<PodEvent> events(Pod pod) {
        return List.of(new PodEvent(Story.NOW.plusSeconds(2), true, "Unhealthy", "Readiness probe failed: 503", pod.name(), 3));
    }

    @Override
    public List<PodEvent> events(Component component) {
        return List.of();
    }

}
