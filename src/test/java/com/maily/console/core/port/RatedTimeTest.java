package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.ClockSetting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RatedTimeTest {

    private static final Instant WALL = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant SHOWS = Instant.parse("2026-03-01T09:00:00Z");

    private static Time after(Duration elapsed, double rate) {
        return new RatedTime(new ClockSetting(WALL, SHOWS, rate), InstantSource.fixed(WALL.plus(elapsed)));
    }

    @Test
    void itRunsAtItsRateFromWhatItShowed() {
        assertThat(after(Duration.ZERO, 60).instant()).isEqualTo(SHOWS);
        assertThat(after(Duration.ofMillis(1_500), 60).instant()).isEqualTo(SHOWS.plusSeconds(90));
        assertThat(after(Duration.ofSeconds(10), 0.25).instant()).isEqualTo(SHOWS.plusMillis(2_500));
        assertThat(after(Duration.ofSeconds(-2), 30).instant()).isEqualTo(SHOWS.minusSeconds(60));
    }

    @Test
    void decadesDoNotOverflow() {
        assertThat(after(Duration.ofDays(365 * 60), 1_000).instant()).isEqualTo(SHOWS.plus(Duration.ofDays(365L * 60 * 1_000)));
    }

    @Test
    void theWallsOwnSettingIsTheWall() {
        assertThat(RatedTime.of(ClockSetting.WALL)).isSameAs(Time.WALL);
        assertThat(RatedTime.of(new ClockSetting(WALL, SHOWS, 60)).rate()).isEqualTo(60);
        assertThat(after(Duration.ZERO, 60).onTheWall(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
