package com.maily.console.sandbox.metrics;

import com.maily.console.sandbox.metrics.promql.Durations;
import com.maily.console.sandbox.metrics.promql.QueryException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Form and URL parameters, read with Prometheus' rules and refused in its words. */
final class Parameters {

    private static final long MILLIS = 1000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    /** @param encoded {@code a=b&c=d}, from a URL or a form */
    void add(String encoded) {
        for (String pair : encoded.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                values.computeIfAbsent(decoded(pair.substring(0, sign)), _ -> new ArrayList<>())
                        .add(decoded(pair.substring(sign + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    String get(String name) {
        return values.containsKey(name) ? values.get(name).getFirst() : "";
    }

    /** Milliseconds since 1970 from Unix seconds or RFC 3339; {@code otherwise} when the parameter is absent. */
    long time(String name, long otherwise) {
        String text = get(name);
        return text.isEmpty() ? otherwise : parsedTime(text).orElseThrow(() -> invalid(name,
                (name.equals("time") ? "Invalid time value for 'time': " : "") + "cannot parse \"" + text
                        + "\" to a valid timestamp"));
    }

    long requiredTime(String name) {
        return parsedTime(get(name)).orElseThrow(
                () -> invalid(name, "cannot parse \"" + get(name) + "\" to a valid timestamp"));
    }

    /** Milliseconds; a number without a unit is seconds. */
    long duration(String name) {
        String text = get(name);
        return seconds(text).or(() -> Durations.millis(text))
                .orElseThrow(() -> invalid(name, "cannot parse \"" + text + "\" to a valid duration"));
    }

    private static Optional<Long> parsedTime(String text) {
        return seconds(text).or(() -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Long> seconds(String text) {
        try {
            return Optional.of(new BigDecimal(text).multiply(BigDecimal.valueOf(MILLIS)).longValue());
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    static QueryException invalid(String name, String why) {
        return QueryException.badData("invalid parameter \"" + name + "\": " + why);
    }
}
