package com.maily.console.core.model;

import org.jspecify.annotations.Nullable;

/**
 * A limit one metric of one component must keep, and where its samples come from.
 *
 * @param key       stable short name: {@code availability}, {@code p99}, {@code error-rate}, {@code users}
 * @param component the component it belongs to
 * @param source    the connection's key of the metric source: {@code prometheus}, {@code prometheus@eu-west-1}
 * @param query     the source's query; {@code ${component}} (without its region), {@code ${region}} (empty without regions),
 * {@code ${track}} ({@code stable} or {@code canary}), {@code ${tracks}} (a regular expression matching both) and {@code
 * ${window}} are replaced
 * @param samples   a query for the number of requests in the window, empty when the metric needs no minimum
 * @param unit      {@code %}, {@code ms}, {@code users}; the query returns this unit
 * @param limit     in {@code unit}
 * @param critical  whether missing it fails a canary; otherwise it is only marginal
 * @param counted   how to count the requests that miss it, null when its metric is not a share of requests
 */
public record Objective(String key, String title, String component, String source, String query, String samples, String unit,
                        Bound bound, double limit, boolean critical, @Nullable Counted counted) {

    /** On which side of the limit the metric must stay. */
    public enum Bound { AT_MOST, AT_LEAST }

    /**
     * The same limit as a share of requests: "p99 under 200 ms" is "at most 1 % of the requests take longer". Counts decide
     * sooner and more surely than a metric that a source computed.
     *
     * @param bad       query for the requests in the window that were bad, with the placeholders of {@code query}
     * @param total     query for all requests in the window
     * @param allowed   percent of bad requests that keeps the limit
     * @param tolerance percent by which the canary's share may exceed the stable one's before that matters
     */
    public record Counted(String bad, String total, double allowed, double tolerance) { }

    /** An objective that is not counted. */
    public Objective(String key, String title, String component, String source, String query, String samples, String unit,
                     Bound bound, double limit, boolean critical) {
        this(key, title, component, source, query, samples, unit, bound, limit, critical, null);
    }

    /** The same for one of the component's regions. */
    Objective of(String regional, String itsSource) {
        return new Objective(key, title, regional, itsSource, query, samples, unit, bound, limit, critical, counted);
    }

    public boolean metBy(double value) {
        return switch (bound) {
            case AT_MOST -> value <= limit;
            case AT_LEAST -> value >= limit;
        };
    }
}
