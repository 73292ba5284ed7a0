package com.maily.console.core.sla.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:12:46Z");

    @ParameterizedTest
    @CsvSource({"2025-11-20T03:12:46Z,2025-11-20T03:12:46Z", "2025-11-20T03:12:46,2025-11-20T03:12:46Z",
            "2025-11-20 03:12,2025-11-20T03:12:00Z", "2025-11-20T03:12Z,2025-11-20T03:12:00Z"})
    void timesAreUtcHoweverTheyAreWritten(String text, String at) {
        assertThat(Window.moment(text)).isEqualTo(Instant.parse(at));
    }

    @ParameterizedTest
    @ValueSource(strings = {"03:12", "yesterday", "2025-02-30 03:12", "2025-11-20T25:00:00Z", ""})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Window.moment(text)).isInstanceOf(FailureException.class).hasMessageContaining("is no time");
    }

    @Test
    void lengthsHaveAUnit() {
        assertThat(Window.length("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Window.length("3d")).isEqualTo(Duration.ofDays(3));
        assertThatThrownBy(() -> Window.length("10")).hasMessageContaining("'10' is no length");
    }

    @Test
    void aWindowIsOverAndNeitherTooShortNorTooLong() {
        assertThat(Window.last(Duration.ofMinutes(10), NOW)).isEqualTo(new Window(NOW.minusSeconds(600), NOW));
        assertThatThrownBy(() -> Window.of(NOW, NOW.plusSeconds(600), NOW)).hasMessageContaining("ends after now");
        assertThatThrownBy(() -> Window.last(Duration.ofSeconds(29), NOW)).hasMessageContaining("shorter than half a minute");
        assertThatThrownBy(() -> Window.of(NOW, NOW.minusSeconds(60), NOW)).hasMessageContaining("ends before it begins");
        assertThatThrownBy(() -> Window.last(Duration.ofDays(31), NOW)).hasMessageContaining("longer than 30 days");
    }
}
