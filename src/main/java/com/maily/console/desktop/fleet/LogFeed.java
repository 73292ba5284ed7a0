package com.maily.console.desktop.fleet;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.LogSource;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.PodEvent;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.KeptWatch;
import com.maily.console.desktop.fx.Latest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Follows one pod: what it writes and what is noted about it, as one list in order of time. Works on threads of its own. */
final class LogFeed implements Subscription {

    static final int KEPT = 5_000;
    private static final int TAIL = 500;
    private static final Duration EVENTS = Duration.ofSeconds(5);
    private static final Duration FLOOR = Duration.ofSeconds(1);
    private static final Duration READABLE = Duration.ofMillis(100);

    private final Supplier<Pods> pods;
    private final Pod pod;
    private final Time time;
    private final boolean previous;
    private final Latest<LogPage> pages;
    private final Deque<LogEntry> lines = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private final KeptWatch following;
    private final List<Thread> threads;
    private List<LogEntry> events = List.of();
    private String state = "waiting";
    private String trouble = "";
    private String probe = "";
    private long dropped;

    /** @param container empty for the main one; @param previous of the container before its last restart */
    LogFeed(Supplier<Pods> pods, Pod pod, String container, boolean previous, Time time, Latest<LogPage> pages) {
        this.pods = pods;
        this.pod = pod;
        this.time = time;
        this.previous = previous;
        this.pages = pages;
        this.threads = List.of(Thread.ofVirtual().name("log page " + pod.name()).start(this::publish),
                Thread.ofVirtual().name("log events " + pod.name()).start(this::readEvents));
        LogSource source = new LogSource(pod.namespace(), pod.name(), container, previous, TAIL);
        this.following = new KeptWatch("log of " + pod.name(), () -> pods.get().follow(source, this::take),
                failure -> take(new LogNews.Interrupted(failure.why())));
    }

    @Override
    public void close() {
        following.close();
        threads.forEach(Thread::interrupt);
    }

    private synchronized void take(LogNews newest) {
        switch (newest) {
            case LogNews.Lines(var more) -> {
                more.forEach(line -> lines.add(LogEntry.of(line)));
                for (; lines.size() > KEPT; dropped++) {
                    lines.remove();
                }
                is("following", "");
            }
            case LogNews.Waiting(String why) -> is("waiting", why);
            case LogNews.Interrupted(String why) -> is("broken", why);
            case LogNews.Ended(String why) -> is("ended", why);
        }
        news.release();
    }

    private void is(String word, String why) {
        state = word;
        trouble = why;
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

    private synchronized void take(List<PodEvent> newest) {
        if (!newest.isEmpty()) {
            events = newest.stream().map(LogEntry::of).toList();
            probe = newest.reversed().stream().filter(event -> event.reason().equals("Unhealthy"))
                    .map(PodEvent::message).findFirst().orElse("");
            news.release();
        }
    }

    private void publish() {
        try {
            while (true) {
                news.acquire();
                news.drainPermits();
                pages.publish(page());
                Thread.sleep(READABLE);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized LogPage page() {
        List<LogEntry> all = new ArrayList<>(lines);
        if (!previous && !events.isEmpty()) {
            all.addAll(events);
            // Lines keep their order where the platform tells no time.
            all.sort(Comparator.comparing(entry -> entry.at().orElse(Instant.MIN)));
        }
        if (state.equals("ended")) {
            all.add(LogEntry.note(trouble));
        }
        return new LogPage(pod.key(), all, dropped, state, trouble, probe);
    }
}
