package com.maily.console.platforms.health;

import com.maily.console.platforms.http.Redaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and addresses as the sentences of a reading say them. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() { }

    /** {@code 42 ms}, {@code 1.8 s}. */
    static String millis(Duration duration) {
        long millis = duration.toMillis();
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    static String day(Instant at) {
        return DAY.format(at) + " UTC";
    }

    /** {@code in 12 days}, {@code in 5 hours}. */
    static String in(Duration time) {
        return "in " + rough(time);
    }

    /** {@code 12 days}, {@code 5 hours}, {@code 3 minutes}. */
    static String rough(Duration time) {
        return time.toDays() > 1 ? time.toDays() + " days" : time.toHours() > 1 ? time.toHours() + " hours"
                : time.toMinutes() == 1 ? "1 minute" : time.toMinutes() + " minutes";
    }

    static String ranOut(Instant end, Instant now) {
        return "The certificate ran out on " + day(end) + ", " + rough(Duration.between(end, now)) + " ago";
    }

    /** Without what stands behind a question mark, which may be a secret. */
    static String address(String location) {
        return Redaction.of(location.replaceAll("[?#].*", ""));
    }
}
