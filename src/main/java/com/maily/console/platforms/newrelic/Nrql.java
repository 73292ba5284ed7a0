package com.maily.console.platforms.newrelic;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of the workspace file, without the times it is about. Each number of a series is about the window before its moment, as
 * Prometheus' rates are, so windows longer than a step overlap.
 *
 * @param text   {@code SELECT … FROM …}
 * @param window from {@code SINCE ${window}} in it; a minute where it has none
 * @see <a href="https://docs.newrelic.com/docs/nrql/using-nrql/create-smoother-charts-sliding-windows/">Sliding windows</a>
 */
record Nrql(String text, Duration window) {

    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final Pattern SINCE = Pattern.compile("(?i)\\bSINCE\\s+(\\d{1,9})s(?![\\w'])");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|`[^`]*`");
    private static final Pattern OWN_TIMES = Pattern.compile("(?i)\\b(SINCE|UNTIL|TIMESERIES|COMPARE\\s+WITH)\\b");

    /** @throws FailureException {@code Rejected} when the query names times of its own */
    static Nrql of(String query) {
        Matcher since = SINCE.matcher(query);
        Duration window = since.find() ? Duration.ofSeconds(Math.max(1, Long.parseLong(since.group(1)))) : USUAL;
        String text = SINCE.matcher(query).replaceFirst("").strip();
        Matcher own = OWN_TIMES.matcher(QUOTED.matcher(text).replaceAll(""));
        if (own.find()) {
            throw new FailureException(new Failure.Rejected("The NRQL query names times of its own",
                    "It has " + own.group() + ", which the console writes itself.",
                    "Leave it out, or write SINCE ${window} and nothing else about time."));
        }
        return new Nrql(text, window);
    }

    /** What happened in the window up to {@code at}. */
    String at(Instant at) {
        return between(at.minus(window), at);
    }

    /** One number at {@code from}, {@code from + step}, … up to {@code to}. */
    String series(Instant from, Instant to, Duration step) {
        Duration wide = window.compareTo(step) > 0 ? window : step;
        String slide = wide.equals(step) ? "" : " SLIDE BY " + step.toSeconds() + " seconds";
        return between(from.minus(wide), to) + " TIMESERIES " + wide.toSeconds() + " seconds" + slide;
    }

    private String between(Instant from, Instant to) {
        return text + " SINCE " + from.toEpochMilli() + " UNTIL " + to.toEpochMilli();
    }
}
