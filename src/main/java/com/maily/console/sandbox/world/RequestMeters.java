package com.maily.console.sandbox.world;

import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.metrics.store.TimeSeries;

/** What is measured of one version on one track: requests by code, and how long they took. */
final class RequestMeters {

    private static final double NOT_FOUND = 0.004;
    /** Every third error is "unavailable" rather than "internal". */
    private static final double UNAVAILABLE = 1 / 3.0;

    private final TimeSeries found;
    private final TimeSeries notFound;
    private final TimeSeries internal;
    private final TimeSeries unavailable;
    private final DurationMeter durations;
    private final Carry requests = new Carry();
    private final Carry strays = new Carry();
    private final Carry errors = new Carry();
    private final Carry outages = new Carry();

    RequestMeters(SeriesStore store, Load load, Backend backend) {
        Labels labels = load.labels("http_requests_total", "component", load.component(), "environment", load.environment(),
                "track", backend.track().key(), "version", backend.version());
        this.found = store.series(labels.with("code", "200"));
        this.notFound = store.series(labels.with("code", "404"));
        this.internal = store.series(labels.with("code", "500"));
        this.unavailable = store.series(labels.with("code", "503"));
        this.durations = new DurationMeter(store, labels.with(Labels.NAME, "http_request_duration_seconds"),
                0.01, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 1.0, 2.5, 5.0);
    }

    /** @return how many there were */
    long serve(double expected, Behaviour behaviour, double jitter) {
        long all = requests.whole(expected);
        long failed = Math.min(all, errors.whole(expected * behaviour.errorRate() * (1 + 0.2 * jitter)));
        long missed = Math.min(all - failed, strays.whole(expected * NOT_FOUND));
        long out = outages.whole(failed * UNAVAILABLE);
        found.add(all - failed - missed);
        notFound.add(missed);
        internal.add(failed - Math.min(failed, out));
        unavailable.add(Math.min(failed, out));
        double stretch = 1 + 0.015 * jitter;
        durations.observe(all, new Latency(behaviour.median() * stretch, behaviour.p99() * stretch));
        return all;
    }

    /** Nobody is there to answer: the router does, with 503. */
    void refuse(double expected) {
        unavailable.add(requests.whole(expected));
    }
}
