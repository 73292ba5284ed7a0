package com.maily.console.desktop.canary;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.budget.BurnCost;
import com.maily.console.core.sla.budget.BurnRate;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.core.sla.budget.ExpectedBurn;
import com.maily.console.core.sla.budget.ShareFeed;
import com.maily.console.core.sla.judge.Interval;
import com.maily.console.desktop.widget.BurnBar;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A component's error budget on its canary card.
 *
 * @param shown   whether it spends one now
 * @param burn    how many times faster than allowed it went in the last hour, NaN when unknown
 * @param unknown why, empty when it is known
 * @param left    what is left of it, empty when unknown
 * @param cost    what another weight would cost
 */
record CanaryBudget(boolean shown, double burn, String unknown, String left, BurnCost cost) {

    static final CanaryBudget NONE = new CanaryBudget(false, Double.NaN, "", "", BurnCost.unknown(""));

    /**
     * @param objectives the component's; the first that is counted is the one people speak of
     * @param carries    whether its canary gets traffic, and {@code since} when that has been so much
     */
    static CanaryBudget of(List<Objective> objectives, CanaryBudgets known, boolean carries, Optional<Instant> since,
            Instant now) {
        Optional<Objective> first = first(objectives);
        if (first.isEmpty()) {
            return NONE;
        }
        ErrorBudget budget = known.errors().getOrDefault(first.get(), new ErrorBudget(first.get(), Map.of()));
        Optional<BurnRate> hour = budget.burn(BurnWindow.H1, now);
        return new CanaryBudget(carries, hour.map(BurnRate::times).orElse(Double.NaN), budget.window(BurnWindow.H1).unknown(now),
                budget.remaining(now).map(rest -> (rest.atMost() ? "≤ " : "")
                        + String.format(Locale.ROOT, "%.1f %%", 100 * Math.max(0, rest.share()))).orElse(""),
                BurnCost.of(ShareFeed.counted(objectives), known.shares(), since.filter(_ -> carries), now));
    }

    static Optional<Objective> first(List<Objective> objectives) {
        return objectives.stream().filter(objective -> objective.counted() != null).findFirst();
    }

    /** {@code Burn at 50 %: 3.1× of the availability budget (1.2 to 8.0×), 1.6× at 25 %.} Empty without a budget. */
    String expected(Weight now, Weight proposed) {
        if (!cost.known()) {
            return cost.unknown().isEmpty() ? "" : "Burn at " + proposed + " unknown: " + cost.unknown() + ".";
        }
        ExpectedBurn burn = cost.worst(proposed).orElseThrow();
        Interval interval = burn.interval(proposed);
        return "Burn at " + proposed + ": " + BurnBar.text(burn.at(proposed).times()) + " of the " + burn.objective().key()
                + " budget (" + number(interval.lower()) + " to " + BurnBar.text(interval.upper()) + "), "
                + BurnBar.text(burn.at(now).times()) + " at " + now + ".";
    }

    private static String number(double times) {
        String text = BurnBar.text(times);
        return text.substring(0, text.length() - 1);
    }

    /** How bad the proposed weight would be; unknown is never good. */
    State expectedState(Weight proposed) {
        return cost.worst(proposed).map(burn -> BurnBar.state(burn.at(proposed).times(), BurnCost.MARKS.getLast()))
                .orElse(State.STALE);
    }
}
