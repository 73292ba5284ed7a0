package com.maily.console.sandbox.world;

import com.maily.console.core.port.Time;
import com.maily.console.sandbox.metrics.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** What is broken on purpose, changed while the sandbox runs. Thread-safe. */
public final class Faults implements Outage {

    private record Image(String component, String version) { }

    private final Time clock;
    private final Set<Image> neverReady = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private volatile Instant gapUntil = Instant.MIN;
    private volatile boolean sourceDown;
    private final Map<String, Instant> cutOff = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, Boolean>> watching = new CopyOnWriteArrayList<>();

    public Faults(Time clock) {
        this.clock = clock;
    }

    /** Units of that image start, but never become ready; those that run already are left alone. */
    public void neverBecomesReady(String component, String version) {
        neverReady.add(new Image(component, version));
    }

    public void becomesReadyAgain(String component, String version) {
        neverReady.remove(new Image(component, version));
    }

    public boolean isNeverReady(String component, String version) {
        return neverReady.contains(new Image(component, version));
    }

    /** Jobs of that name, such as {@code unit-tests}, fail from now on, or succeed again. */
    public void failJobs(String name, boolean fail) {
        if (fail) {
            failing.add(name);
        } else {
            failing.remove(name);
        }
    }

    boolean isFailing(String job) {
        return failing.contains(job);
    }

    /** For so long from now no samples are taken, though the source answers. */
    public void openMetricsGap(Duration length) {
        gapUntil = clock.instant().plus(length);
    }

    boolean metricsGap() {
        return clock.instant().isBefore(gapUntil);
    }

    /** Nobody outside reaches that region's cluster from now on, or again; inside, all goes on. */
    public void cutOff(String region, boolean cut) {
        boolean news = cut ? cutOff.putIfAbsent(region, clock.instant()) == null : cutOff.remove(region) != null;
        if (news) {
            watching.forEach(each -> each.accept(region, cut));
        }
    }

    /** Since when, empty for a region that can be reached. */
    public Optional<Instant> cutOffSince(String region) {
        return Optional.ofNullable(cutOff.get(region));
    }

    /** Tells {@code listener} of each region that is cut off, or reached again. */
    public void onCutOff(BiConsumer<String, Boolean> listener) {
        watching.add(listener);
    }

    /** Whether the metric source answers at all. */
    public void metricSourceDown(boolean down) {
        sourceDown = down;
    }

    @Override
    public boolean down() {
        return sourceDown;
    }
}
