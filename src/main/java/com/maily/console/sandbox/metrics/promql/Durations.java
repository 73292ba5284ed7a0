package com.maily.console.sandbox.metrics.promql;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prometheus' durations such as {@code 1h30m}. */
public final class Durations {

    private static final Pattern WHOLE =
            Pattern.compile("(?:\\d+y)?(?:\\d+w)?(?:\\d+d)?(?:\\d+h)?(?:\\d+m(?!s))?(?:\\d+s)?(?:\\d+ms)?");
    private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L,
            "d", 86_400_000L, "w", 604_800_000L, "y", 31_536_000_000L);

    private Durations() { }

    /** In milliseconds; empty when {@code text} is no duration. */
    public static Optional<Long> millis(String text) {
        if (text.isEmpty() || !WHOLE.matcher(text).matches()) {
            return Optional.empty();
        }
        long sum = 0;
        for (Matcher part = PART.matcher(text); part.find();) {
            sum += Long.parseLong(part.group(1)) * MILLIS.get(part.group(2));
        }
        return Optional.of(sum);
    }
}
