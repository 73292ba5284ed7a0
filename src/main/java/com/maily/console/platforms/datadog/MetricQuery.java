package com.maily.console.platforms.datadog;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A metric query taken apart as v2 wants it: what is asked of metrics, and the formula between. It may begin as a monitor's does,
 * {@code sum(last_5m):}, which says over how long a value is taken.
 *
 * @param window  over which a value is taken; empty for the source's usual bucket
 * @param text    the whole without the window, with placeholders' alternatives spelled out
 * @param terms   {@code sum:requests{env:production} by {service}.as_count()}, in their order
 * @param between what stands before, between and after them; one more than terms
 */
record MetricQuery(Optional<Window> window, String text, List<String> terms, List<String> between) {

    /** @param aggregator Datadog's word for how values in it become one: {@code sum}, {@code avg}, {@code percentile} */
    record Window(String aggregator, Duration length) {
        /** As a monitor writes it: {@code sum(last_5m):}. */
        String prefix() {
            long seconds = length.toSeconds();
            String text = seconds % 3600 == 0 ? seconds / 3600 + "h" : Math.ceilDiv(seconds, 60) + "m";
            return aggregator + "(last_" + text + "):";
        }

        private String moving(String name) {
            return "moving_rollup(" + name + ", " + length.toSeconds() + ", '" + aggregator + "')";
        }
    }

    private static final Pattern WINDOW = Pattern.compile("\\s*(avg|sum|min|max|percentile)\\(last_(\\d{1,7})([smhdw])\\):(.*)",
            Pattern.DOTALL);
    private static final Pattern TERM = Pattern.compile("(?:avg|sum|min|max|count|p\\d{2}(?:\\.\\d+)?):[A-Za-z][\\w.]*\\{[^{}]*}"
            + "(?:\\s*by\\s*\\{[^{}]*})?(?:\\.[a-z_]+\\([^()]*\\))*");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "m", 60L, "h", 3600L, "d", 86_400L, "w", 604_800L);

    MetricQuery {
        terms = List.copyOf(terms);
        between = List.copyOf(between);
    }

    /** @throws FailureException {@code Rejected} when nothing in it asks a metric */
    static MetricQuery of(String query) {
        Matcher windowed = WINDOW.matcher(query);
        Optional<Window> window = windowed.matches() ? Optional.of(new Window(windowed.group(1),
                Duration.ofSeconds(Long.parseLong(windowed.group(2)) * SECONDS.get(windowed.group(3))))) : Optional.empty();
        String text = TagFilter.spelled((window.isPresent() ? windowed.group(4) : query).strip());
        List<String> terms = new ArrayList<>();
        List<String> between = new ArrayList<>();
        int rest = 0;
        for (Matcher term = TERM.matcher(text); term.find(); rest = term.end()) {
            between.add(text.substring(rest, term.start()));
            terms.add(term.group());
        }
        between.add(text.substring(rest));
        if (terms.isEmpty()) {
            throw new FailureException(new Failure.Rejected("The query is no Datadog metric query",
                    "Nothing in it looks like sum:metric{tag:value}: " + text + ".", "Correct the query in the workspace file."));
        }
        return new MetricQuery(window, text, terms, between);
    }

    /** @param name what stands for the term of that number */
    String formula(IntFunction<String> name) {
        StringBuilder formula = new StringBuilder(between.getFirst());
        for (int i = 0; i < terms.size(); i++) {
            formula.append(name.apply(i)).append(between.get(i + 1));
        }
        return formula.toString().replaceAll("\\s+", " ").strip();
    }

    /** The same for a curve: each term over its window, except percentiles, which cannot be joined. */
    String movingFormula(IntFunction<String> name) {
        return formula(i -> window.filter(known -> !terms.get(i).startsWith("p") && !known.aggregator().equals("percentile"))
                .map(known -> known.moving(name.apply(i))).orElseGet(() -> name.apply(i)));
    }
}
