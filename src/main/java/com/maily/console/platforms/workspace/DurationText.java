package com.maily.console.platforms.workspace;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 5m}, {@code 1h30m}, or ISO-8601 {@code PT5M}. */
final class DurationText {

    private static final Pattern SHORT = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");

    private DurationText() { }

    /** Empty when it is no duration, or none above zero. */
    static Optional<Duration> parse(String text) {
        return (text.startsWith("P") ? iso(text) : brief(text)).filter(Duration::isPositive);
    }

    private static Optional<Duration> brief(String text) {
        Matcher matcher = SHORT.matcher(text.strip());
        return !matcher.matches() ? Optional.empty() : Optional.of(Duration.ofHours(number(matcher.group(1)))
                .plusMinutes(number(matcher.group(2))).plusSeconds(number(matcher.group(3)))
                .plusMillis(number(matcher.group(4))));
    }

    private static long number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
