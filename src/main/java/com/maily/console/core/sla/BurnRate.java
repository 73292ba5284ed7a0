package com.maily.console.core.sla;

import java.time.Duration;

/**
 * How fast an error budget is spent: 1 means that it lasts exactly its period. Arithmetic of the Google SRE workbook, "Alerting
 * on SLOs": {@code burn = error ratio / (1 - target)}, share spent in a window {@code = burn * window / period}.
 *
 * @param perPeriod multiples of the rate that spends the budget in exactly one period
 */
public record BurnRate(double perPeriod) {

    /** The burn rates at which the workbook pages (1 h and 6 h windows) and opens a ticket (3 days). */
    public static final double PAGE_FAST = 14.4;
    public static final double PAGE_SLOW = 6;
    public static final double TICKET = 1;

    /**
     * @param errorRatio failed requests per request, 0 to 1
     * @param target     the share of good requests promised, for example 0.9999
     */
    public static BurnRate of(double errorRatio, double target) {
        double budget = 1 - target;
        return new BurnRate(errorRatio == 0 ? 0 : errorRatio / budget);
    }

    /** The time a service may be down per period: 259 s for 99.99 % of 30 days. */
    public static Duration budget(double target, Duration period) {
        return Duration.ofMillis(Math.round((1 - target) * period.toMillis()));
    }

    /** The share of the whole budget that is spent in {@code window} at this rate. */
    public double spentIn(Duration window, Duration period) {
        return perPeriod * window.toMillis() / period.toMillis();
    }

    /**
     * How long the rest of the budget lasts at this rate; for ever counts as 100 periods.
     *
     * @param remaining share of the budget that is left, 0 to 1
     */
    public Duration exhaustedIn(double remaining, Duration period) {
        double periods = perPeriod <= 0 ? 100 : Math.min(100, remaining / perPeriod);
        return Duration.ofMillis(Math.round(period.toMillis() * periods));
    }
}
