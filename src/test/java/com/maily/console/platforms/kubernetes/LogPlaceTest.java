package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that is asked to go on from a second sends that whole second again. */
class LogPlaceTest {

    private final LogPlace place = new LogPlace();

    private List<String> told(String... sent) {
        return List.of(sent).stream().flatMap(line -> place.take(line).stream()).map(line -> line.text()).toList();
    }

    @Test
    void linesOfTheSameMomentAreAllTold() {
        assertThat(told("2025-11-20T03:12:40.5Z a", "2025-11-20T03:12:40.5Z b", "2025-11-20T03:12:41Z c"))
                .containsExactly("a", "b", "c");
    }

    @Test
    void whatWasToldBeforeIsNotToldAgain() {
        told("2025-11-20T03:12:40.1Z a", "2025-11-20T03:12:40.5Z b", "2025-11-20T03:12:40.5Z b");
        place.reconnected();
        assertThat(told("2025-11-20T03:12:40.1Z a", "2025-11-20T03:12:40.5Z b", "2025-11-20T03:12:40.5Z b",
                "2025-11-20T03:12:40.5Z c",
                "2025-11-20T03:12:41Z d")).containsExactly("c", "d");
    }

    @Test
    void aLineWithoutATimeIsTold() {
        assertThat(told("unable to retrieve container logs")).containsExactly("unable to retrieve container logs");
    }
}
