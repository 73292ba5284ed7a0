package com.maily.console.sandbox.world;

import com.maily.console.sandbox.metrics.store.Family;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.time.Instant;

/** How many people are there: more by day than by night, and never quite as many as a moment ago. */
final class Visitors {

    private static final double USERS = 6400;
    private static final double DAY = 86_400;
    /** The busiest time, in seconds after midnight UTC. */
    private static final double NOON = 13 * 3600;

    private final SeriesStore store;
    private final Noise noise;

    Visitors(SeriesStore store, Noise noise) {
        this.store = store;
        this.noise = noise;
        store.declare(new Family("maily_concurrent_users", Family.Kind.GAUGE, "People using Maily at this moment."));
    }

    /** How busy an environment is, 1 on average. */
    double wave(Instant at) {
        return 1 + 0.06 * StrictMath.cos(2 * StrictMath.PI * (at.getEpochSecond() - NOON) / DAY)
                + 0.015 * noise.slow("wave", at.getEpochSecond(), 600);
    }

    void count(Instant at) {
        double wave = wave(at);
        gauge("production", USERS * wave + 12 * noise.normal("users", at.getEpochSecond()));
        gauge("staging", USERS / 20 * wave + 3 * noise.normal("staging-users", at.getEpochSecond()));
    }

    private void gauge(String environment, double users) {
        store.series(Labels.named("maily_concurrent_users", "environment", environment)).set(Math.rint(users));
    }
}
