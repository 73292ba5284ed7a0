package com.maily.console.core.sla.budget;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.budget.AlertState.Word;
import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of one objective's error budget. Pure; what nobody counted is unknown, and never guessed from a shorter window.
 *
 * @param windows what was counted; a window that was never asked for is absent
 */
public record ErrorBudget(Objective objective, Map<BurnWindow, WindowCounts> windows) {

    public static final Duration PERIOD = BurnWindow.PERIOD.length();

    public ErrorBudget {
        windows = Map.copyOf(windows);
    }

    /**
     * What is left of the budget.
     *
     * @param share   1 for all of it, below 0 when it is overdrawn
     * @param counted the window that was counted: shorter than the period where the data reach no further, and the share is
     * then only
     *                what is left at most
     */
    public record Remaining(double share, BurnWindow counted) {

        public boolean atMost() {
            return counted != BurnWindow.PERIOD;
        }

        /** How much longer everything may fail; negative when it is overdrawn. */
        public Duration downtime(double allowedShare) {
            return Duration.ofMillis(Math.round(share * BurnRate.budget(allowedShare, PERIOD).toMillis()));
        }
    }

    /** The allowed share of bad requests, 0 to 1. */
    public double allowed() {
        Objective.Counted counted = objective.counted();
        return counted == null ? Double.NaN : counted.allowed() / 100;
    }

    public WindowCounts window(BurnWindow window) {
        return windows.getOrDefault(window, WindowCounts.nothing(window, window.interval(), "not asked yet"));
    }

    /** Empty when it is unknown; {@link WindowCounts#unknown} says why. */
    public Optional<BurnRate> burn(BurnWindow window, Instant now) {
        return window(window).known(now).filter(counts -> counts.total() > 0).map(counts -> BurnRate.of(counts, allowed()));
    }

    public Optional<Remaining> remaining(Instant now) {
        return windows.keySet().stream().sorted(Comparator.reverseOrder()).flatMap(window -> burn(window, now).stream()
                .map(burn -> new Remaining(1 - burn.spentIn(window.length(), PERIOD), window))).findFirst();
    }

    /** How long the rest lasts if the last hour goes on as it is. */
    public Optional<Duration> exhaustedIn(Instant now) {
        return remaining(now).flatMap(left -> burn(BurnWindow.H1, now)
                .map(burn -> burn.exhaustedIn(Math.max(0, left.share()), PERIOD)));
    }

    /**
     * The requests the short window must hold before one bad one could not ring alone, or more where the objective asks for
     * more.
     */
    public long minimum(BurnAlert alert) {
        return Math.max(objective.judging().minimum(), BurnRate.requestsForOne(alert.times(), allowed()));
    }

    public AlertState alert(BurnAlert alert, Instant now) {
        Optional<Counts> brief = window(alert.shorter()).known(now);
        if (brief.filter(counts -> counts.total() < minimum(alert)).isPresent()) {
            return new AlertState(alert, Word.TOO_FEW_REQUESTS, String.format(Locale.ROOT,
                    "too few requests: %,d in %s, it takes %,d",
                    Math.round(brief.get().total()), alert.shorter().text(), minimum(alert)));
        }
        Optional<BurnRate> shorter = burn(alert.shorter(), now);
        Optional<BurnRate> longer = burn(alert.longer(), now);
        // Both must burn too fast, so that one that does not is enough to know; one that does is not.
        if (shorter.filter(rate -> rate.times() <= alert.times()).isPresent()
                || shorter.isPresent() && longer.filter(rate -> rate.times() <= alert.times()).isPresent()) {
            return new AlertState(alert, Word.QUIET, both(alert, now));
        }
        Word word = shorter.isPresent() && longer.isPresent() ? Word.FIRING : Word.UNKNOWN;
        return new AlertState(alert, word, both(alert, now));
    }

    private String both(BurnAlert alert, Instant now) {
        return said(alert.longer(), now) + (burn(alert.longer(), now).isPresent() ? ", " : "; ") + said(alert.shorter(), now);
    }

    private String said(BurnWindow window, Instant now) {
        return window.text() + " " + burn(window, now).map(BurnRate::times).map(times -> String.format(Locale.ROOT, "%.1f×",
                times))
                .orElseGet(() -> "unknown: " + window(window).unknown(now));
    }
}
