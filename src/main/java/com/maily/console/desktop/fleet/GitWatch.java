package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks the GitOps controller again and again what it wants, on a virtual thread. */
final class GitWatch implements Subscription {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration FLOOR = Duration.ofSeconds(1);

    private final Supplier<Platforms> platforms;
    private final Time time;
    private final List<Component> components;
    private final Consumer<GitReading> consumer;
    private final Thread thread;
    private GitReading reading;

    GitWatch(Supplier<Platforms> platforms, Time time, List<Component> components, Consumer<GitReading> consumer) {
        this.platforms = platforms;
        this.time = time;
        this.components = List.copyOf(components);
        this.consumer = consumer;
        this.reading = new GitReading(Map.of(), source(Optional.empty(), ""), Optional.empty());
        this.thread = Thread.ofVirtual().name("fleet git").start(this::watch);
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (true) {
                reading = read();
                consumer.accept(reading);
                Thread.sleep(pause());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private GitReading read() {
        try {
            Map<String, GitOpsState> states = platforms.get().gitOps().map(gitOps -> gitOps.observe(components)).orElse(Map.of());
            return new GitReading(states, source(Optional.of(time.instant()), ""), Optional.empty());
        } catch (FailureException e) {
            return failed(e.failure());
        } catch (RuntimeException e) {
            return failed(new Failure.Defect("What Git wants could not be read", String.valueOf(e.getMessage()), "Report this."));
        }
    }

    private GitReading failed(Failure why) {
        return new GitReading(reading.states(), source(reading.source().lastGood(), why.what()), Optional.of(why));
    }

    private SourceState source(Optional<java.time.Instant> lastGood, String trouble) {
        return new SourceState("Argo CD", Duration.ofNanos((long) (pause().toNanos() * time.rate())), lastGood, trouble);
    }

    private Duration pause() {
        Duration wall = time.onTheWall(INTERVAL);
        return wall.compareTo(FLOOR) < 0 ? FLOOR : wall;
    }
}
