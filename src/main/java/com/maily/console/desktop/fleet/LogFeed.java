package com.maily.console.desktop.fleet;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodEvent;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.desktop.fx.Latest;
import com.maily.console.desktop.widget.LogEntry;
import com.maily.console.desktop.widget.LogFollow;
import com.maily.console.desktop.widget.LogPage;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Follows one pod: what it writes and what is noted about it, as one list in order of time. Works on threads of its own. */
final class LogFeed implements Subscription {

    private static final Duration EVENTS = Duration.ofSeconds(5);
    private static final Duration FLOOR = Duration.ofSeconds(1);

    private final Supplier<Pods> pods;
    private final Pod pod;
    private final Time time;
    private final boolean previous;
    private final LogFollow log;
    private final Thread events;

    /** @param container empty for the main one; @param previous of the container before its last restart */
    LogFeed(Supplier<Pods> pods, Pod pod, String container, boolean previous, Time time, Latest<LogPage> pages) {
        this.pods = pods;
        this.pod = pod;
        this.time = time;
        this.previous = previous;
        LogSource source = new LogSource(pod.namespace(), pod.name(), container, previous, LogFollow.TAIL);
        this.log = new LogFollow(pod.key(), listener -> pods.get().follow(source, listener), pages);
        this.events = Thread.ofVirtual().name("log events " + pod.name()).start(this::readEvents);
    }

    @Override
    public void close() {
        log.close();
        events.interrupt();
    }

    private void readEvents() {
        try {
            while (true) {
                take(events());
                Duration wall = time.onTheWall(EVENTS);
                Thread.sleep(wall.compareTo(FLOOR) < 0 ? FLOOR : wall);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private List<PodEvent> events() {
        try {
            return pods.get().events(pod);
        } catch (FailureException unanswered) {
            // The log says itself when the platform cannot be reached; what was read of the events stays.
            return List.of();
        }
    }

    private void take(List<PodEvent> newest) {
        if (!newest.isEmpty()) {
            log.beside(previous ? List.of() : newest.stream().map(LogEntry::of).toList(),
                    newest.reversed().stream().filter(event -> event.reason().equals("Unhealthy"))
                            .map(PodEvent::message).findFirst().orElse(""));
        }
    }
}
