package com.maily.console.desktop.canary;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads back, again and again, where the routers really send the traffic. One virtual thread per component, so that a platform
 * that hangs greys its own card only. The consumer is called on those threads and must hand over.
 */
final class TrafficWatch implements Subscription {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration FLOOR = Duration.ofMillis(400);

    private static final Set<Rights.Action> ASKED = Set.of(Rights.Action.SHIFT, Rights.Action.UNDO);

    private final Platforms platforms;
    private final Time time;
    private final Consumer<Map<String, TrafficReading>> consumer;
    private final Map<String, TrafficReading> readings = new HashMap<>();
    private final List<Thread> threads;

    /** @param before what an earlier watch read: it is shown with its age until something newer is known */
    TrafficWatch(Platforms platforms, Time time, List<Component> components, Map<String, TrafficReading> before,
                 Consumer<Map<String, TrafficReading>> consumer) {
        this.platforms = platforms;
        this.time = time;
        this.consumer = consumer;
        readings.putAll(before);
        this.threads = components.stream()
                .map(component -> Thread.ofVirtual().name("traffic " + component.name()).start(() -> watch(component))).toList();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private void watch(Component component) {
        TrafficReading reading = before(component);
        while (!Thread.currentThread().isInterrupted()) {
            reading = read(component, reading);
            publish(component.name(), reading);
            try {
                Thread.sleep(pause());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized TrafficReading before(Component component) {
        Duration interval = Duration.ofNanos((long) (pause().toNanos() * time.rate()));
        return readings.getOrDefault(component.name(), TrafficReading.nothing(component, interval));
    }

    private Duration pause() {
        Duration wall = time.onTheWall(INTERVAL);
        return wall.compareTo(FLOOR) < 0 ? FLOOR : wall;
    }

    private TrafficReading read(Component component, TrafficReading before) {
        SourceState source = before.source();
        Instant asked = time.instant(); // what is read is at least as new as this, and may be older than the answer
        try {
            TrafficRouter router = platforms.router(component);
            Traffic traffic = router.observe(component);
            return new TrafficReading(router.routing(component), Optional.of(traffic), router.reach(component),
                    units(component, Track.STABLE), units(component, Track.CANARY),
                    new SourceState(source.name(), source.interval(), Optional.of(asked), ""), Optional.empty(),
                    platforms.rights().denied(component, ASKED));
        } catch (FailureException e) {
            return failed(before, e.failure());
        } catch (RuntimeException e) {
            return failed(before, new Failure.Defect("The router of " + component.name() + " could not be read",
                    String.valueOf(e.getMessage()), "Report this."));
        }
    }

    private static TrafficReading failed(TrafficReading before, Failure why) {
        SourceState source = before.source();
        return new TrafficReading(before.routing(), before.traffic(), before.reach(), before.stableUnits(), before.canaryUnits(),
                new SourceState(source.name(), source.interval(), source.lastGood(), why.what()), Optional.of(why),
                before.denied());
    }

    private int units(Component component, Track track) {
        Workload workload = platforms.deployer(component).observe(component, track);
        return workload.artifact().isPresent() ? workload.ready() : 0;
    }

    private void publish(String component, TrafficReading reading) {
        Map<String, TrafficReading> all;
        synchronized (this) {
            readings.put(component, reading);
            all = Map.copyOf(readings);
        }
        if (!Thread.currentThread().isInterrupted()) {
            consumer.accept(all);
        }
    }
}
