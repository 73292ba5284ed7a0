package com.maily.console.core.sla;

import com.maily.console.core.port.Time;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * How often and how far back a feed asks.
 *
 * @param interval how often, in the environments' time
 * @param step     distance of two samples, whole seconds
 * @param window   what {@code ${window}} in a query stands for
 * @param reach    how much of the past is kept
 */
public record MetricPace(Duration interval, Duration step, Duration window, Duration reach) {

    /** Fit for the screens: six hours at 15 s are 1,441 samples a line, far under what Prometheus hands out at once. */
    public static final MetricPace SCREEN = new MetricPace(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(2),
            Duration.ofHours(6));

    /** A sandbox that runs sixty times as fast must not be asked sixty times as often, and still not be taken for stale. */
    private static final Duration FLOOR = Duration.ofMillis(250);

    /** More than a chart has pixels across, and little enough to be fetched and drawn at once. */
    private static final int POINTS = 1_500;

    /** Samples that lie half an hour apart need not be looked for each 5 s, but a source is expected to answer now and then. */
    private static final Duration SELDOM = Duration.ofSeconds(20);

    private static final long[] ROUND = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600,
            43_200};
    private static final long DAY = 86_400;

    /**
     * The pace for another reach: at most 1,500 samples a line, at a round distance, and never closer than here. A window is at
     * least a step long, so that nothing that happened lies between two samples.
     */
    public MetricPace reaching(Duration other) {
        Duration wider = step(other);
        Duration third = wider.dividedBy(3);
        Duration seldom = third.compareTo(SELDOM) < 0 ? third : SELDOM;
        return new MetricPace(longer(interval, seldom), wider, longer(window, wider), other);
    }

    private Duration step(Duration other) {
        long least = Math.ceilDiv(other.toSeconds(), POINTS);
        long days = Math.ceilDiv(least, DAY) * DAY;
        return longer(step, Duration.ofSeconds(LongStream.of(ROUND).filter(round -> round >= least).findFirst().orElse(days)));
    }

    Duration pause(Time time) {
        return longer(time.onTheWall(interval), FLOOR);
    }

    /**
     * The interval the source can be expected to answer in, for its freshness: where time runs fast, asking takes its share too.
     */
    MetricPace at(Time time) {
        Duration real = Duration.ofNanos((long) (2 * FLOOR.toNanos() * time.rate()));
        return new MetricPace(longer(real, interval), step, window, reach);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
