package com.maily.console.core.sla.budget;

import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;

/**
 * How fast an error budget is spent: 1 means that it lasts exactly its period. The one place of this arithmetic (Google, "The
 * Site Reliability Workbook", chapter 5, "Alerting on SLOs"): {@code burn = bad share / allowed share}, share of the budget
 * spent in a window {@code = burn * window / period}, time to exhaustion {@code = period * remaining / burn}.
 *
 * @param times multiples of the rate that spends the budget in exactly one period
 */
public record BurnRate(double times) {

    /** For ever counts as so many periods. */
    private static final double EVER = 100;

    /**
     * @param badShare     bad requests per request, 0 to 1
     * @param allowedShare the same, as the objective allows it: 0.0001 for 99.99 %
     */
    public static BurnRate of(double badShare, double allowedShare) {
        return new BurnRate(badShare == 0 ? 0 : badShare / allowedShare);
    }

    public static BurnRate of(Counts counts, double allowedShare) {
        return of(counts.share(), allowedShare);
    }

    /** How long everything may fail in a period: 259.2 s in 30 days at 99.99 %. */
    public static Duration budget(double allowedShare, Duration period) {
        return Duration.ofMillis(Math.round(allowedShare * period.toMillis()));
    }

    /** The requests from which on one bad one alone does not burn faster than {@code times}: 695 for 14.4 at 99.99 %. */
    public static long requestsForOne(double times, double allowedShare) {
        return (long) Math.floor(1 / (times * allowedShare)) + 1;
    }

    /** The share of bad requests that burns so fast. */
    public double badShare(double allowedShare) {
        return times * allowedShare;
    }

    /** The share of the whole budget that is spent in {@code window} at this rate. */
    public double spentIn(Duration window, Duration period) {
        return times * window.toMillis() / period.toMillis();
    }

    /**
     * How long the rest of the budget lasts at this rate; for ever counts as 100 periods.
     *
     * @param remaining share of the budget that is left, 0 to 1
     */
    public Duration exhaustedIn(double remaining, Duration period) {
        double periods = times <= 0 ? EVER : Math.min(EVER, remaining / times);
        return Duration.ofMillis(Math.round(period.toMillis() * periods));
    }

    /** Whether {@link #exhaustedIn} means that it never is, for all anybody can tell. */
    public static boolean lastsForEver(Duration exhaustedIn, Duration period) {
        return exhaustedIn.compareTo(period.multipliedBy((long) EVER)) >= 0;
    }
}
