package com.maily.console.core.model;

/**
 * A limit one metric of one component must keep, and where its samples come from.
 *
 * @param key       stable short name: {@code availability}, {@code p99}, {@code error-rate}, {@code users}
 * @param component the component it belongs to
 * @param source    the platform key of the metric source: {@code prometheus}
 * @param query     the source's query; {@code ${component}}, {@code ${track}} ({@code stable} or {@code canary}),
 *                  {@code ${tracks}} (a regular expression matching both) and {@code ${window}} are replaced
 * @param samples   a query for the number of requests in the window, empty when the metric needs no minimum
 * @param unit      {@code %}, {@code ms}, {@code users}; the query returns this unit
 * @param limit     in {@code unit}
 * @param critical  whether missing it fails a canary; otherwise it is only marginal
 */
public record Objective(String key, String title, String component, String source, String query, String samples, String unit,
                        Bound bound, double limit, boolean critical) {

    /** On which side of the limit the metric must stay. */
    public enum Bound { AT_MOST, AT_LEAST }

    public boolean metBy(double value) {
        return switch (bound) {
            case AT_MOST -> value <= limit;
            case AT_LEAST -> value >= limit;
        };
    }
}
