package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads all seats again and again, each on a virtual thread of its own, so that a cluster that hangs greys its own cells and
 * delays nobody else's. A cluster is asked only a few things at once. The consumer is called on those threads and must hand
 * over.
 */
final class FleetWatch implements Subscription {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration FLOOR = Duration.ofSeconds(1);
    private static final int AT_ONCE = 4;

    private final Function<String, Platforms> platforms;
    private final Time time;
    private final BiConsumer<Seat, SeatReading> consumer;
    private final Map<String, Semaphore> turns;
    private final List<Thread> threads;

    /** @param before what an earlier watch read: it is shown with its age until something newer is known */
    FleetWatch(Function<String, Platforms> platforms, Time time, List<Seat> seats, Map<Seat, SeatReading> before,
               BiConsumer<Seat, SeatReading> consumer) {
        this.platforms = platforms;
        this.time = time;
        this.consumer = consumer;
        this.turns = seats.stream().map(FleetWatch::cluster).distinct().collect(Collectors.toMap(key -> key, _ ->
                new Semaphore(AT_ONCE)));
        this.threads = seats.stream().map(seat -> Thread.ofVirtual().name("fleet " + seat.words())
                .start(() -> watch(seat, before.getOrDefault(seat, SeatReading.nothing(seat, interval()))))).toList();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }

    private static String cluster(Seat seat) {
        return seat.environment() + " " + seat.component().platform();
    }

    private void watch(Seat seat, SeatReading before) {
        SeatReading reading = before;
        Semaphore turn = turns.get(cluster(seat));
        try {
            while (!Thread.currentThread().isInterrupted()) {
                turn.acquire();
                try {
                    reading = read(seat, reading);
                } finally {
                    turn.release();
                }
                consumer.accept(seat, reading);
                // A little apart, so that all seats do not come at the same moment for ever.
                Thread.sleep(pause().plusMillis(ThreadLocalRandom.current().nextLong(200)));
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private SeatReading read(Seat seat, SeatReading before) {
        try {
            return read(seat, platforms.apply(seat.environment()), before.source());
        } catch (FailureException e) {
            return e.failure() instanceof Failure.Missing ? missing(before, e.failure()) : before.failed(e.failure());
        } catch (RuntimeException e) {
            return before.failed(new Failure.Defect(seat.words() + " could not be read", String.valueOf(e.getMessage()),
                    "Report this."));
        }
    }

    private SeatReading read(Seat seat, Platforms place, SourceState source) {
        Optional<Workload> stable = Optional.of(place.deployer(seat.component()).observe(seat.component(), Track.STABLE));
        if (!seat.component().hasCanary()) {
            return new SeatReading(stable, Optional.empty(), Optional.empty(), now(source), Optional.empty());
        }
        try {
            return new SeatReading(stable, Optional.of(place.deployer(seat.component()).observe(seat.component(), Track.CANARY)),
                    Optional.of(place.router(seat.component()).observe(seat.component())), now(source), Optional.empty());
        } catch (FailureException unsplit) {
            // What runs is known all the same; where the traffic goes is not.
            return new SeatReading(stable, Optional.empty(), Optional.empty(), now(source), Optional.of(unsplit.failure()));
        }
    }

    /** The platform has answered: there is no such thing. */
    private SeatReading missing(SeatReading before, Failure why) {
        return new SeatReading(Optional.empty(), Optional.empty(), Optional.empty(), now(before.source()), Optional.of(why));
    }

    private SourceState now(SourceState source) {
        return new SourceState(source.name(), interval(), Optional.of(time.instant()), "");
    }

    private Duration interval() {
        return Duration.ofNanos((long) (pause().toNanos() * time.rate()));
    }

    private Duration pause() {
        Duration wall = time.onTheWall(INTERVAL);
        return wall.compareTo(FLOOR) < 0 ? FLOOR : wall;
    }
}
