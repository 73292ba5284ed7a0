package com.maily.console.platforms.datadog;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the alternatives that objectives' placeholders leave in a query, {@code track:stable|canary}, into Datadog's words, {@code
 * track IN (stable,canary)}. A filter without alternatives stays as it is.
 *
 * @see <a href="https://docs.datadoghq.com/metrics/advanced-filtering/">Datadog's filters; commas and operators do not mix</a>
 */
final class TagFilter {

    private static final Pattern FILTER = Pattern.compile("\\{([^{}]*\\|[^{}]*)}");

    private TagFilter() { }

    static String spelled(String query) {
        return FILTER.matcher(query).replaceAll(found -> Matcher.quoteReplacement("{" + filter(found.group(1)) + "}"));
    }

    private static String filter(String filter) {
        return Arrays.stream(filter.split(",")).map(String::strip).map(TagFilter::condition).collect(Collectors.joining(" AND "));
    }

    private static String condition(String condition) {
        int colon = condition.indexOf(':');
        if (colon < 0 || condition.indexOf('|') < colon) {
            return condition;
        }
        List<String> values = List.of(condition.substring(colon + 1).split("\\|"));
        return condition.substring(0, colon) + " IN (" + String.join(",", values) + ")";
    }
}
