package com.maily.console.desktop.fx;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.WorkloadFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks again and again, on a virtual thread, how one workload is set up and what our account may do to it. */
final class WorkloadWatch implements Subscription {

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration FLOOR = Duration.ofSeconds(1);

    private final Function<String, Platforms> platforms;
    private final Time time;
    private final Set<Rights.Action> asked;
    private final Consumer<WorkloadReading> consumer;
    private final Thread thread;

    /** @param consumer called on the watch's own thread; it must hand over */
    WorkloadWatch(Function<String, Platforms> platforms, Time time, Set<Rights.Action> asked, String environment,
                  Component component, Consumer<WorkloadReading> consumer) {
        this.platforms = platforms;
        this.time = time;
        this.asked = Set.copyOf(asked);
        this.consumer = consumer;
        WorkloadReading nothing = new WorkloadReading(environment, component, Optional.empty(), Map.of(),
                source(component, Optional.empty(), ""), Optional.empty());
        this.thread = Thread.ofVirtual().name("workload of " + component.name()).start(() -> watch(nothing));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch(WorkloadReading before) {
        WorkloadReading reading = before;
        try {
            while (true) {
                reading = read(reading);
                consumer.accept(reading);
                Thread.sleep(pause());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private WorkloadReading read(WorkloadReading before) {
        Component component = before.component();
        try {
            Platforms place = platforms.apply(before.environment());
            Map<Rights.Action, Failure> denied = place.rights().denied(component, asked);
            Optional<WorkloadFacts> facts = place.facts(component).map(one -> one.of(component));
            return new WorkloadReading(before.environment(), component, facts, denied,
                    source(component, Optional.of(time.instant()), ""), Optional.empty());
        } catch (FailureException e) {
            return failed(before, e.failure());
        } catch (RuntimeException e) {
            return failed(before, new Failure.Defect("How " + component.name() + " is set up could not be read",
                    String.valueOf(e.getMessage()), "Report this."));
        }
    }

    private WorkloadReading failed(WorkloadReading before, Failure why) {
        return new WorkloadReading(before.environment(), before.component(), before.facts(), before.denied(),
                source(before.component(), before.source().lastGood(), why.what()), Optional.of(why));
    }

    private SourceState source(Component component, Optional<Instant> lastGood, String trouble) {
        return new SourceState(Region.spoken(component.platform()), Duration.ofNanos((long) (pause().toNanos() * time.rate())),
                lastGood, trouble);
    }

    private Duration pause() {
        Duration wall = time.onTheWall(INTERVAL);
        return wall.compareTo(FLOOR) < 0 ? FLOOR : wall;
    }
}
