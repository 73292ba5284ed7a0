package com.maily.console.core.model;

import java.time.Instant;

/**
 * How the environments' clock runs: at wall time {@code wall} it showed {@code shows}, and it runs {@code rate} times as fast.
 * A sandbox may run faster than the wall so that an hour of deployment fits in a minute; the screen says so.
 */
public record ClockSetting(Instant wall, Instant shows, double rate) {

    public static final ClockSetting WALL = new ClockSetting(Instant.EPOCH, Instant.EPOCH, 1);

    public boolean isWall() {
        return equals(WALL);
    }
}
