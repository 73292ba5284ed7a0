package com.maily.console.sandbox.datadog;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.datadog.ql.BadQuery;
import com.maily.console.sandbox.datadog.ql.Span;
import com.maily.console.sandbox.metrics.Outage;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The sandbox's Datadog metrics as a port, without a wire between. */
public final class SandboxDatadog implements MetricSource {

    /** What objectives' placeholders leave for both tracks. */
    private static final Pattern ALTERNATIVES = Pattern.compile("(\\w+):([\\w.-]+(?:\\|[\\w.-]+)+)");

    private final SandboxClock clock;
    private final Measured measured;
    private final Outage outage;

    public SandboxDatadog(SandboxClock clock, SeriesStore store, Outage outage) {
        this.clock = clock;
        this.measured = new Measured(store);
        this.outage = outage;
    }

    @Override
    public Answer instant(String query, Instant at) {
        return answered(query, () -> {
            WindowedQuery asked = read(query);
            long now = at.getEpochSecond();
            return asked.span().map(span -> measured.at(asked.query(), span, now)).orElseGet(() -> measured.at(asked.query(),
                    Span.bucket(WindowedQuery.USUAL), Math.floorDiv(now, WindowedQuery.USUAL) * WindowedQuery.USUAL));
        });
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        long seconds = step.toSeconds();
        if (to.isBefore(from) || seconds < 1) {
            throw new FailureException(new Failure.Rejected("The metric query was refused",
                    "Its end lies before its start, or its step is below a second.", "Choose another range."));
        }
        return answered(query, () -> {
            WindowedQuery asked = read(query);
            // Percentiles of several buckets cannot be joined, so that their curve is that of each step.
            Span span = asked.span().filter(known -> !known.aggregator().equals("percentile")).orElse(Span.bucket(seconds));
            return measured.over(asked.query(), span, Math.floorDiv(from.getEpochSecond(), seconds) * seconds,
                    Math.floorDiv(to.getEpochSecond(), seconds) * seconds, seconds);
        });
    }

    private static WindowedQuery read(String query) {
        return WindowedQuery.read(ALTERNATIVES.matcher(query)
                .replaceAll(found -> found.group(1) + " IN (" + found.group(2).replace('|', ',') + ")"));
    }

    private Answer answered(String query, Supplier<List<Measured.Run>> question) {
        if (outage.down()) {
            throw new FailureException(new Failure.Unreachable("Datadog did not answer",
                    "The sandbox was told to play it dead.", "Heal it, or wait until it is back."));
        }
        try {
            return new Answer(clock.locked(question).stream().map(SandboxDatadog::series)
                    .filter(series -> !series.samples().isEmpty()).toList(), List.of());
        } catch (BadQuery e) {
            throw new FailureException(new Failure.Rejected("Datadog cannot evaluate the query", e.said(),
                    "Correct the query: " + query), e);
        }
    }

    /** Datadog has null where there is no number. */
    private static Series series(Measured.Run run) {
        return new Series(run.tags(), IntStream.range(0, run.ends().length).filter(i -> !Double.isNaN(run.values()[i]))
                .mapToObj(i -> new Sample(Instant.ofEpochMilli(run.ends()[i]), run.values()[i])).toList());
    }
}
