package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void durationsAsPeopleWriteThem() {
        assertThat(DurationText.parse("90s")).contains(Duration.ofSeconds(90));
        assertThat(DurationText.parse("1h30m")).contains(Duration.ofMinutes(90));
        assertThat(DurationText.parse("250ms")).contains(Duration.ofMillis(250));
        assertThat(DurationText.parse("PT5M")).contains(Duration.ofMinutes(5));
        for (String wrong : List.of("", "5", "m", "-5m", "5 m", "PT", "PT-5M", "5m1h", "99999999999h")) {
            assertThat(DurationText.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void theNearestKnownWordOrNone() {
        List<String> known = List.of("name", "criticality", "needs");
        assertThat(Nearest.to("crticality", known)).contains("criticality");
        assertThat(Nearest.to("need", known)).contains("needs");
        assertThat(Nearest.to("zebra", known)).isEmpty();
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void imagesThatStayTheSame() {
        assertThat(ImageReference.fault("localhost:5000/a/b:v1")).isEmpty();
        assertThat(ImageReference.fault("a@sha256:" + "0".repeat(64))).isEmpty();
        assertThat(ImageReference.fault("a:latest@sha256:" + "0".repeat(64))).isEmpty();
        assertThat(ImageReference.fault("a:LATEST")).isPresent();
        assertThat(ImageReference.fault("a:")).isPresent();
    }
}
