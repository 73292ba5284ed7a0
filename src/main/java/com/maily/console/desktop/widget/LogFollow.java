package com.maily.console.desktop.widget;

import com.maily.console.core.port.KeptWatch;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.fx.Latest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps what comes of following one log and tells it as pages, at most ten a second. Works on threads of its own. */
public final class LogFollow implements Subscription {

    /** How many lines are there at first. */
    public static final int TAIL = 500;
    private static final int KEPT = 5_000;
    private static final Duration READABLE = Duration.ofMillis(100);

    private final String source;
    private final Latest<LogPage> pages;
    private final Deque<LogEntry> lines = new ArrayDeque<>();
    private final Semaphore news = new Semaphore(0);
    private final KeptWatch following;
    private final Thread publisher;
    private List<LogEntry> beside = List.of();
    private String state = "waiting";
    private String trouble = "";
    private String probe = "";
    private long dropped;

    /** @param source {@link LogPage#source}; @param open follows it; tried again until it succeeds */
    public LogFollow(String source, Function<Consumer<LogNews>, Subscription> open, Latest<LogPage> pages) {
        this.source = source;
        this.pages = pages;
        this.publisher = Thread.ofVirtual().name("log page " + source).start(this::publish);
        this.following = new KeptWatch("log of " + source, () -> open.apply(this::take),
                failure -> take(new LogNews.Interrupted(failure.why())));
    }

    /** What else is shown between the lines, by time. @param said {@link LogPage#probe} */
    public synchronized void beside(List<LogEntry> entries, String said) {
        beside = List.copyOf(entries);
        probe = said;
        news.release();
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
        if (!beside.isEmpty()) {
            all.addAll(beside);
            // Lines keep their order where the platform tells no time.
            all.sort(Comparator.comparing(entry -> entry.at().orElse(Instant.MIN)));
        }
        if (state.equals("ended")) {
            all.add(LogEntry.note(trouble));
        }
        return new LogPage(source, all, dropped, state, trouble, probe);
    }

    @Override
    public void close() {
        following.close();
        publisher.interrupt();
    }
}
