package com.maily.console.platforms.exposition;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.port.Subscription;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Counts what the journal says, so that the console can be watched like any other service: entries by type, runs by outcome, how long steps take,
 * and the canary weight last observed per component. A reading of the journal and nothing else; thread-safe.
 */
public final class OwnMetrics implements Subscription {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Counter entries = Counter.builder().name("maily_console_journal_entries_total")
            .help("Entries appended since the console was started.").labelNames("type").register(registry);
    private final Counter runs = Counter.builder().name("maily_console_runs_total")
            .help("Runs that have ended since the console was started.").labelNames("environment", "intent", "outcome").register(registry);
    private final Histogram steps = Histogram.builder().name("maily_console_step_duration_seconds")
            .help("How long steps took until they were verified.").labelNames("kind")
            .classicUpperBounds(1, 5, 15, 30, 60, 120, 300, 600, 1800, 3600).classicOnly().register(registry);
    private final Gauge weight = Gauge.builder().name("maily_console_canary_weight_ratio")
            .help("The canary share the router last reported, 0 to 1.").labelNames("component").register(registry);
    private final Subscription subscription;

    private OwnMetrics(Journal journal) {
        long before = journal.history().size();
        this.subscription = journal.follow(history -> history.last().filter(last -> last.sequence() > before).ifPresent(last -> count(last, history)));
    }

    /** Counts what is appended from now on, until it is closed. */
    public static OwnMetrics of(Journal journal) {
        return new OwnMetrics(journal);
    }

    /** The Prometheus text format, version 0.0.4. */
    public void write(OutputStream out) throws IOException {
        PrometheusTextFormatWriter.create().write(out, registry.scrape());
    }

    private void count(Entry entry, History history) {
        Event event = entry.event();
        entries.labelValues(event.getClass().getSimpleName()).inc();
        history.deployment(entry.deployment()).ifPresent(run -> {
            if (event instanceof Event.DeploymentFinished finished) {
                runs.labelValues(run.plan().environment(), low(run.plan().intent()), low(finished.outcome())).inc();
            } else if (event instanceof Event.StepSucceeded succeeded) {
                observe(run, succeeded.step());
            } else if (event instanceof Event.WeightObserved observed) {
                weight.labelValues(observed.component()).set(observed.observed().basisPoints() / 10_000.0);
            }
        });
    }

    private void observe(Deployment run, String step) {
        run.step(step).ifPresent(state -> state.endedAt().ifPresent(end -> steps
                .labelValues(low(state.step().getClass().getSimpleName())).observe(state.elapsed(end).toMillis() / 1000.0)));
    }

    private static String low(Object name) {
        return name.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        subscription.close();
    }
}
