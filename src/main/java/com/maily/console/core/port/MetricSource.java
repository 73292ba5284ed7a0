package com.maily.console.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Answers metric queries in the source's own language. An empty list means no data, which is never a pass. */
public interface MetricSource {

    /** An answer with what the source said beside it. @param warnings to be shown */
    record Answer(List<Series> series, List<String> warnings) {
        public Answer {
            series = List.copyOf(series);
            warnings = List.copyOf(warnings);
        }

        /** The one number of an instant query, NaN when there is none. */
        public double single() {
            return series.isEmpty() || series.getFirst().samples().isEmpty() ? Double.NaN
                    : series.getFirst().samples().getLast().value();
        }
    }

    Answer instant(String query, Instant at);

    /** Values at {@code from}, {@code from + step}, … up to {@code to}. */
    Answer range(String query, Instant from, Instant to, Duration step);

    /**
     * Several questions about the same time, in one request where the source can; answers come in their order. When it throws, it
     * is not known which question was the wrong one: ask them one by one.
     */
    default List<Answer> ranges(List<String> queries, Instant from, Instant to, Duration step) {
        return queries.stream().map(query -> range(query, from, to, step)).toList();
    }

    /** How many questions one request of {@link #ranges} carries; 1 where it asks one by one. */
    default int atOnce() {
        return 1;
    }

    /** The same source for those who come again anyway: it answers or fails at once, and repeats nothing. */
    default MetricSource unrepeated() {
        return this;
    }
}
