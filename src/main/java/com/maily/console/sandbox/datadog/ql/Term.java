package com.maily.console.sandbox.datadog.ql;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code sum:maily.http.requests{service:api} by {track}.as_count().rollup(sum, 60)}.
 *
 * @param over   how series become one: {@code sum}, {@code avg}, {@code p99}
 * @param filter what stands in the braces
 * @param by     tags whose values are kept apart
 * @param rate   whether {@code as_rate()} follows
 * @param rollup the seconds and the word of {@code rollup}
 */
public record Term(String over, String metric, String filter, List<String> by, boolean rate, Optional<Rollup> rollup) {

    /** @param seconds 0 when the usual interval stays */
    public record Rollup(String aggregator, long seconds) { }

    private static final Pattern TERM = Pattern.compile("(avg|sum|min|max|count|p\\d{2}(?:\\.\\d+)?):"
            + "([A-Za-z][\\w.]*)\\{([^{}]*)}"
            + "(?:\\s*by\\s*\\{([^{}]*)})?((?:\\.[a-z_]+\\([^()]*\\))*)");
    private static final Pattern FUNCTION = Pattern.compile("\\.([a-z_]+)\\(([^()]*)\\)");

    public Term {
        by = List.copyOf(by);
    }

    static Matcher matcher(String text) {
        return TERM.matcher(text);
    }

    static Term of(Matcher found) {
        List<String> by = found.group(4) == null ? List.of()
                : Arrays.stream(found.group(4).split(",")).map(String::strip).toList();
        boolean rate = false;
        Optional<Rollup> rollup = Optional.empty();
        for (Matcher function = FUNCTION.matcher(found.group(5)); function.find();) {
            switch (function.group(1)) {
                case "as_count" -> rate = false;
                case "as_rate" -> rate = true;
                case "rollup" -> rollup = Optional.of(rollup(function.group(2)));
                default -> throw new BadQuery("The sandbox does not know the function '" + function.group(1) + "'.");
            }
        }
        return new Term(found.group(1), found.group(2), found.group(3), by, rate, rollup);
    }

    private static Rollup rollup(String arguments) {
        String[] parts = arguments.split(",");
        String seconds = parts.length > 1 ? parts[1].strip() : "0";
        if (!seconds.matches("\\d{1,7}")) {
            throw BadQuery.at("rollup_expr", arguments);
        }
        return new Rollup(parts[0].strip(), Long.parseLong(seconds));
    }
}
