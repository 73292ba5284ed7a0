package com.maily.console.sandbox.world;

import com.maily.console.sandbox.metrics.store.Family;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What only some components measure: tokens and inference times of the AI service, transactions, gas and verifications of
 * blockchain.
 */
final class SpecialMetrics {

    private static final double TOKENS_PER_REQUEST = 420;
    private static final double GAS_GWEI = 38;
    private static final double GAS_PER_TRANSACTION = 68_000;
    private static final double FAILED = 0.002;
    private static final double REJECTED = 0.0005;

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
        store.declare(new Family("polygon_gas_used_total", Family.Kind.COUNTER, "Gas that confirmed transactions used."));
        store.declare(new Family("blockchain_verifications_total", Family.Kind.COUNTER,
                "Mails checked on the chain, by outcome."));
        store.declare(new Family("polygon_gas_gwei", Family.Kind.GAUGE, "Price of gas on Polygon."));
    }

    void served(Load load, Backend backend, long requests, Behaviour behaviour, Instant at) {
        if (load.component().equals("ai-service")) {
            inferred(load, backend, requests, behaviour, at);
        } else if (load.component().equals("blockchain")) {
            transacted(load, requests, at);
        }
    }

    private void inferred(Load load, Backend backend, long requests, Behaviour behaviour, Instant at) {
        Labels labels = load.labels("ai_inference_duration_seconds", "component", load.component(), "environment",
                load.environment(), "track", backend.track().key(), "version", backend.version());
        // Most of a request's time is the model's.
        inferences.computeIfAbsent(labels, _ -> new DurationMeter(store, labels, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.75, 1.0,
                2.5))
                .observe(requests, new Latency(behaviour.median() * 0.85, behaviour.p99() * 0.9));
        double tokens = TOKENS_PER_REQUEST * (1 + 0.1 * noise.normal("tokens" + load.environment(), at.getEpochSecond()));
        store.series(labels.with(Labels.NAME, "ai_tokens_total")).add(Math.rint(requests * tokens));
    }

    private void transacted(Load load, long requests, Instant at) {
        Labels labels = chain(load, "polygon_transactions_total");
        long failed = split(labels, "status", requests, FAILED, "confirmed", "failed");
        double gas = GAS_PER_TRANSACTION * (1 + 0.05 * noise.normal("gas-used" + load.environment(), at.getEpochSecond()));
        store.series(chain(load, "polygon_gas_used_total")).add(Math.rint((requests - failed) * gas));
        split(chain(load, "blockchain_verifications_total"), "outcome", requests, REJECTED, "verified", "rejected");
    }

    private static Labels chain(Load load, String metric) {
        return load.labels(metric, "component", load.component(), "environment", load.environment());
    }

    /** @return how many of them were bad */
    private long split(Labels labels, String label, long all, double share, String good, String bad) {
        long lost = failures.computeIfAbsent(labels, _ -> new Carry()).whole(all * share);
        store.series(labels.with(label, good)).add(all - lost);
        store.series(labels.with(label, bad)).add(lost);
        return lost;
    }

    void price(Instant at) {
        double gas = GAS_GWEI * (1 + 0.12 * noise.slow("gas", at.getEpochSecond(), 300));
        for (String environment : new String[] {"production", "staging"}) {
            store.series(Labels.named("polygon_gas_gwei", "component", "blockchain", "environment",
                    environment)).set(Math.rint(gas * 10) / 10);
        }
    }
}
