package com.maily.console.core.sla;

import com.maily.console.core.port.Time;
import java.time.Duration;

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

    Duration pause(Time time) {
        Duration wall = time.onTheWall(interval);
        return wall.compareTo(FLOOR) < 0 ? FLOOR : wall;
    }

    /**
     * The interval the source can be expected to answer in, for its freshness: where time runs fast, asking takes its share too.
     */
    MetricPace at(Time time) {
        Duration real = Duration.ofNanos((long) (2 * FLOOR.toNanos() * time.rate()));
        return new MetricPace(real.compareTo(interval) > 0 ? real : interval, step, window, reach);
    }
}
