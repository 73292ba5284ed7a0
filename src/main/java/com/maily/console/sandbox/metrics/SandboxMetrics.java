package com.maily.console.sandbox.metrics;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.promql.Outcome;
import com.maily.console.sandbox.metrics.promql.PromQl;
import com.maily.console.sandbox.metrics.promql.QueryException;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The sandbox's metrics as a port, without a wire between. */
public final class SandboxMetrics implements MetricSource {

    private final SandboxClock clock;
    private final PromQl promQl;
    private final Outage outage;

    public SandboxMetrics(SandboxClock clock, SeriesStore store, Outage outage) {
        this.clock = clock;
        this.promQl = new PromQl(store);
        this.outage = outage;
    }

    @Override
    public Answer instant(String query, Instant at) {
        return answered(query, () -> promQl.instant(query, at.toEpochMilli()));
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        if (to.isBefore(from) || !step.isPositive()) {
            throw new FailureException(new Failure.Rejected("The metric query was refused",
                    "Its end lies before its start, or its step is not above zero.", "Choose another range."));
        }
        return answered(query, () -> promQl.range(query, from.toEpochMilli(), to.toEpochMilli(), Math.max(1, step.toMillis())));
    }

    private Answer answered(String query, Supplier<? extends Outcome> question) {
        if (outage.down()) {
            throw new FailureException(new Failure.Unreachable("The metric source did not answer",
                    "The sandbox was told to play it dead.", "Heal it, or wait until it is back."));
        }
        try {
            return new Answer(series(clock.locked(question)), List.of());
        } catch (QueryException e) {
            throw new FailureException(new Failure.Rejected("The metric query was refused", e.getMessage() + ".",
                    "Correct the query: " + query), e);
        }
    }

    private static List<Series> series(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Scalar(long at, double value) -> List.of(one(new Outcome.Run(Labels.EMPTY, new long[] {at},
                    new double[] {value})));
            case Outcome.Text _ -> List.of();
            case Outcome.Vector(List<Outcome.Run> runs) -> runs.stream().map(SandboxMetrics::one).toList();
            case Outcome.Matrix(List<Outcome.Run> runs) -> runs.stream().map(SandboxMetrics::one).toList();
        };
    }

    private static Series one(Outcome.Run run) {
        Map<String, String> labels = run.labels().asMap();
        return new Series(labels, IntStream.range(0, run.times().length)
                .mapToObj(i -> new Sample(Instant.ofEpochMilli(run.times()[i]), run.values()[i])).toList());
    }
}
