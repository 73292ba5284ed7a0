package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.Announcement.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Announcer} must do, over the wire and in memory. */
public abstract class AnnouncerContract {

    protected static final Instant START = Instant.parse("2025-11-20T01:48:00Z");

    protected abstract Announcer announcer();

    /** What the tool shows now, each as {@code from-until text}. */
    protected abstract List<String> shown();

    private static Announcement announcement(String id, Kind kind, Instant... end) {
        return new Announcement(id, "production", kind, "v2.1.0", "Deploy v2.1.0 to production", "release day", Map.of(), START,
                end.length == 0 ? Optional.empty() : Optional.of(end[0]));
    }

    @Test
    void theSameTwiceIsShownOnce() {
        announcer().announce(announcement("dep-1", Kind.STARTED));
        announcer().announce(announcement("dep-1", Kind.STARTED));

        assertThat(shown()).singleElement().asString().startsWith(START + "-" + START).contains("Deploy v2.1.0 to production");
    }

    @Test
    void theEndCompletesWhatTheStartMade() {
        announcer().announce(announcement("dep-1", Kind.STARTED));
        String proof = announcer().announce(announcement("dep-1", Kind.SUCCEEDED, START.plusSeconds(1800)));

        assertThat(shown()).singleElement().asString().startsWith(START + "-" + START.plusSeconds(1800)).contains("succeeded");
        assertThat(proof).isNotBlank();
    }

    @Test
    void anotherDeploymentIsAnotherMark() {
        announcer().announce(announcement("dep-1", Kind.STARTED));
        announcer().announce(announcement("dep-12", Kind.STARTED));

        assertThat(shown()).hasSize(2);
    }
}
