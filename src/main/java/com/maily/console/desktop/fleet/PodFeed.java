package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.PodUsage;
import com.maily.console.core.port.Pods;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.KeptWatch;
import com.maily.console.desktop.fx.Latest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps a {@link PodBook} true and answers the present query whenever something changed, away from the FX thread and not more
 * often than people can read: however many pods change, one page is made at a time and the newest one shown.
 */
final class PodFeed implements Subscription {

    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final Duration FLOOR = Duration.ofSeconds(1);
    private static final Duration SEEN = Duration.ofMillis(120);
    private static final Duration UNSEEN = Duration.ofSeconds(2);

    private final PodBook book = new PodBook();
    private final Supplier<Platforms> platforms;
    private final Time time;
    private final Latest<PodPage> pages;
    private final Semaphore news = new Semaphore(0);
    private final Semaphore looks = new Semaphore(0);
    private final KeptWatch watch;
    private final Thread worker;
    private final Thread measurer;
    private volatile PodQuery query;
    private volatile boolean seen;

    /** @param pages shows the answers */
    PodFeed(Supplier<Platforms> platforms, Time time, PodQuery first, Latest<PodPage> pages) {
        this.platforms = platforms;
        this.time = time;
        this.query = first;
        this.pages = pages;
        this.worker = Thread.ofVirtual().name("fleet pods").start(this::work);
        this.watch = new KeptWatch("fleet pods watch", () -> pods(platforms.get()).watch(this::take), this::failed);
        this.measurer = Thread.ofVirtual().name("fleet usage").start(this::measure);
    }

    void ask(PodQuery wanted) {
        query = wanted;
        news.release();
    }

    /** Out of sight only what the badge needs is worked out, and rarely. */
    void seen(boolean nowSeen) {
        seen = nowSeen;
        news.release();
        looks.release();
    }

    @Override
    public void close() {
        watch.close();
        worker.interrupt();
        measurer.interrupt();
    }

    private void take(Pods.Change change) {
        book.take(change);
        news.release();
    }

    private void failed(Failure why) {
        book.failed(why);
        news.release();
    }

    private void work() {
        try {
            while (true) {
                news.tryAcquire(seen ? 1 : 60, TimeUnit.SECONDS);
                news.drainPermits();
                pages.publish(book.page(query, source(), time.instant()));
                Thread.sleep(seen ? SEEN : UNSEEN);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** The platform that pods live on; the worst of several. */
    private SourceState source() {
        return platforms.get().sources().stream().filter(source -> source.name().startsWith("Kubernetes"))
                .min(Comparator.comparing(source -> source.lastGood().orElse(Instant.EPOCH)))
                .orElseGet(() -> new SourceState("Kubernetes", Duration.ofSeconds(10), Optional.empty(), ""));
    }

    static Pods pods(Platforms place) {
        return place.pods().orElseThrow(() -> new FailureException(new Failure.Missing("There are no pods to show",
                "No platform of this environment has pods, or its entry in the workspace file cannot be used.",
                "Look at the lamps above for the reason.")));
    }

    private void measure() {
        try {
            while (true) {
                Duration wall = time.onTheWall(MEASURED);
                looks.tryAcquire((wall.compareTo(FLOOR) < 0 ? FLOOR : wall).toMillis(), TimeUnit.MILLISECONDS);
                looks.drainPermits();
                if (seen) {
                    book.take(usage(), time.instant());
                    news.release();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** A metrics server that is down is one of the ways not to be measured. */
    private PodUsage usage() {
        try {
            return pods(platforms.get()).usage();
        } catch (FailureException failed) {
            return new PodUsage.Absent("metrics silent");
        }
    }
}
