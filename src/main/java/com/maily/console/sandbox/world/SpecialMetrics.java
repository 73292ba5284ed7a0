package com.maily.console.sandbox.world;

import com.maily.console.sandbox.metrics.store.Family;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What only some components measure: tokens and inference times of the AI service, transactions and gas of blockchain. */
final class SpecialMetrics {

    private static final double TOKENS_PER_REQUEST = 420;
    private static final double GAS_GWEI = 38;

    private final SeriesStore store;
    private final Noise noise;
    private final Map<Labels, DurationMeter> inferences = new HashMap<>();
    private final Map<Labels, Carry> failures = new HashMap<>();

    SpecialMetrics(SeriesStore store, Noise noise) {
        this.store = store;
        this.noise = noise;
        store.declare(new Family("ai_inference_duration_seconds", Family.Kind.HISTOGRAM, "Time the model took."));
        store.declare(new Family("ai_tokens_total", Family.Kind.COUNTER, "Tokens read and written by the model."));
        store.declare(new Family("polygon_transactions_total", Family.Kind.COUNTER, "Transactions sent to Polygon, by outcome."));
        store.declare(new Family("polygon_gas_gwei", Family.Kind.GAUGE, "Price of gas on Polygon."));
    }

    void served(Load load, Backend backend, long requests, Behaviour behaviour, Instant at) {
        if (load.component().equals("ai-service")) {
            inferred(load, backend, requests, behaviour, at);
        } else if (load.component().equals("blockchain")) {
            transacted(load, requests);
        }
    }

    private void inferred(Load load, Backend backend, long requests, Behaviour behaviour, Instant at) {
        Labels labels = load.labels("ai_inference_duration_seconds", "component", load.component(), "environment",
                load.environment(), "track", backend.track().key(), "version", backend.version());
        // Most of a request's time is the model's.
        inferences.computeIfAbsent(labels, _ -> new DurationMeter(store, labels, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.75, 1.0, 2.5))
                .observe(requests, new Latency(behaviour.median() * 0.85, behaviour.p99() * 0.9));
        double tokens = TOKENS_PER_REQUEST * (1 + 0.1 * noise.normal("tokens" + load.environment(), at.getEpochSecond()));
        store.series(labels.with(Labels.NAME, "ai_tokens_total")).add(Math.rint(requests * tokens));
    }

    private void transacted(Load load, long requests) {
        Labels labels = load.labels("polygon_transactions_total", "environment", load.environment());
        long failed = failures.computeIfAbsent(labels, _ -> new Carry()).whole(requests * 0.002);
        store.series(labels.with("status", "confirmed")).add(requests - failed);
        store.series(labels.with("status", "failed")).add(failed);
    }

    void price(Instant at) {
        double gas = GAS_GWEI * (1 + 0.12 * noise.slow("gas", at.getEpochSecond(), 300));
        store.series(Labels.named("polygon_gas_gwei", "environment", "production")).set(Math.rint(gas * 10) / 10);
        store.series(Labels.named("polygon_gas_gwei", "environment", "staging")).set(Math.rint(gas * 10) / 10);
    }
}
