package com.maily.console.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Times and lists as people write them in a sentence; all clocks in UTC. */
final class Words {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() { }

    static String clock(Instant at) {
        return CLOCK.format(at) + " UTC";
    }

    static String day(Instant at) {
        return DAY.format(at) + " UTC";
    }

    /** {@code 45 s}, {@code 4 min}, {@code 4 min 12 s}, {@code 1 h 5 min}. */
    static String of(Duration duration) {
        Duration rounded = Duration.ofSeconds(Math.round(duration.toMillis() / 1000.0));
        if (rounded.toHours() > 0) {
            return rounded.toHours() + " h" + (rounded.toMinutesPart() > 0 ? " " + rounded.toMinutesPart() + " min" : "");
        }
        if (rounded.toMinutes() > 0) {
            return rounded.toMinutes() + " min" + (rounded.toSecondsPart() > 0 ? " " + rounded.toSecondsPart() + " s" : "");
        }
        return rounded.toSeconds() + " s";
    }

    /** {@code api}, {@code api and email}, {@code api, email and campaign}. */
    static String list(Collection<String> words) {
        List<String> all = List.copyOf(words);
        return all.size() < 2 ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }
}
