package com.maily.console.sandbox.datadog;

import com.maily.console.sandbox.datadog.ql.Node;
import com.maily.console.sandbox.datadog.ql.QueryReader;
import com.maily.console.sandbox.datadog.ql.Span;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that may begin with a window, {@code sum(last_5m):}, as those of monitors do.
 *
 * @param span empty without a window
 */
record WindowedQuery(Optional<Span> span, Node query) {

    /** One bucket of a short time, when nothing is said. */
    static final long USUAL = 20;
    private static final Pattern WINDOW = Pattern.compile("\\s*(avg|sum|min|max|percentile)\\(last_(\\d{1,7})([smhdw])\\):(.*)",
            Pattern.DOTALL);
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86_400L, "w", 604_800L);

    static WindowedQuery read(String text) {
        Matcher windowed = WINDOW.matcher(text);
        if (!windowed.matches()) {
            return new WindowedQuery(Optional.empty(), QueryReader.read(text.strip()));
        }
        long seconds = Long.parseLong(windowed.group(2)) * SECONDS.get(windowed.group(3));
        return new WindowedQuery(Optional.of(new Span(seconds, windowed.group(1), USUAL)),
                QueryReader.read(windowed.group(4).strip()));
    }
}
