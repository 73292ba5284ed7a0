package com.maily.console.core.model;

import java.time.Duration;
import java.util.List;
import java.util.Set;
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
 * @param judging   how much it weighs in a canary's verdict
 * @param environments those it holds in; all when empty
 */
public record Objective(String key, String title, String component, String source, String query, String samples, String unit,
                        Bound bound, double limit, boolean critical, @Nullable Counted counted, Judging judging,
                        Set<String> environments) {

    public Objective {
        environments = Set.copyOf(environments);
    }

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
     * @param tail      the same question at further limits, so that a shift is noticed sooner; null when there is none
     */
    public record Counted(String bad, String total, double allowed, double tolerance, @Nullable Tail tail) {

        public Counted(String bad, String total, double allowed, double tolerance) {
            this(bad, total, allowed, tolerance, null);
        }
    }

    /**
     * How many requests lie above each of several limits, as a histogram tells.
     *
     * @param above  query for the requests in the window above one limit, which stands in it as {@code ${limit}}
     * @param limits ascending, as the source writes them: {@code 0.1}
     */
    public record Tail(String above, List<String> limits) {
        public Tail {
            limits = List.copyOf(limits);
        }
    }

    /**
     * How one objective takes part in the verdict on a canary.
     *
     * @param group   those of one group share its weight; its key when empty
     * @param weight  share of the score relative to the other objectives, 0 to leave it out of the score
     * @param warmUp  time after a shift that is not judged, because caches fill and code is compiled
     * @param minimum requests, or points where nothing is counted, before anything but harm is told
     */
    public record Judging(String group, double weight, Duration warmUp, int minimum) {

        public static final int MINIMUM = 500;
        /** Where no requests are counted. */
        public static final int POINTS = 5;
        public static final Judging DEFAULT = new Judging("", 1, Duration.ZERO, MINIMUM);

        private static Judging usual(boolean counts) {
            return counts ? DEFAULT : new Judging("", 1, Duration.ZERO, POINTS);
        }
    }

    /** Whether it is known how many requests are behind its metric. */
    public boolean countsRequests() {
        return counted != null || !samples.isEmpty();
    }

    /** An objective that is not counted. */
    public Objective(String key, String title, String component, String source, String query, String samples, String unit,
                     Bound bound, double limit, boolean critical) {
        this(key, title, component, source, query, samples, unit, bound, limit, critical, null, Judging.usual(!samples.isEmpty()), Set.of());
    }

    /** One that counts as much as any other, in every environment. */
    public Objective(String key, String title, String component, String source, String query, String samples, String unit,
                     Bound bound, double limit, boolean critical, @Nullable Counted counted) {
        this(key, title, component, source, query, samples, unit, bound, limit, critical, counted,
                Judging.usual(counted != null || !samples.isEmpty()), Set.of());
    }

    public boolean holdsIn(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }

    /** The same for one of the component's regions. */
    Objective of(String regional, String itsSource) {
        return new Objective(key, title, regional, itsSource, query, samples, unit, bound, limit, critical, counted, judging,
                environments);
    }

    public boolean metBy(double value) {
        return switch (bound) {
            case AT_MOST -> value <= limit;
            case AT_LEAST -> value >= limit;
        };
    }
}
