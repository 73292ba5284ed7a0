package com.maily.console.core.port;

import com.maily.console.core.model.ClockSetting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The environments' clock as the workspace file sets it, computed from the wall's, so that several programs agree on it. */
public record RatedTime(ClockSetting setting, InstantSource wall) implements Time {

    /** The wall itself when the setting says so. */
    public static Time of(ClockSetting setting) {
        return setting.isWall() ? Time.WALL : new RatedTime(setting, InstantSource.system());
    }

    @Override
    public Instant instant() {
        Duration elapsed = Duration.between(setting.wall(), wall.instant());
        // Whole seconds apart from the rest: nanoseconds of decades do not fit a double, nor a long once multiplied.
        double seconds = elapsed.getSeconds() * setting.rate();
        double whole = Math.floor(seconds);
        double nanos = (seconds - whole) * 1e9 + elapsed.getNano() * setting.rate();
        return setting.shows().plusSeconds((long) whole).plusNanos(Math.round(nanos));
    }

    @Override
    public double rate() {
        return setting.rate();
    }
}
