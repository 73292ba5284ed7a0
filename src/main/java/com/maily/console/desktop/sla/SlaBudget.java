package com.maily.console.desktop.sla;

import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.budget.AlertState;
import com.maily.console.core.sla.budget.BurnAlert;
import com.maily.console.core.sla.budget.BurnRate;
import com.maily.console.core.sla.budget.BurnWindow;
import com.maily.console.core.sla.budget.ErrorBudget;
import com.maily.console.core.sla.budget.ErrorBudget.Remaining;
import com.maily.console.core.sla.budget.WindowCounts;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.desktop.widget.BurnBar;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.TimeChartData;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One objective's error budget as the panel shows it.
 *
 * @param left   in percent, {@code at most 99.8 %} where the data do not reach back the whole period
 * @param share  of the budget that is left, 0 to 1, NaN when unknown
 * @param detail what that is worth, or why it is unknown; {@code lasts} adds how long at the present rate
 */
record SlaBudget(String key, String title, State state, String left, double share, String detail, String lasts, List<Row> rows,
                 List<Alert> alerts, SourceState source) {

    /** The rate people are asked to look at it early. */
    private static final double LITTLE = 0.25;

    SlaBudget {
        rows = List.copyOf(rows);
        alerts = List.copyOf(alerts);
    }

    /**
     * One window.
     *
     * @param rate  times the allowed speed, NaN when unknown
     * @param mark  the rate at which an alert with this window fires
     * @param words what was counted, or why nothing was
     */
    record Row(String window, double rate, double mark, String words) { }

    /** One pair of windows. @param asks {@code page, 1h and 5m over 14.4×} */
    record Alert(State state, String asks, String words) { }

    static SlaBudget of(ErrorBudget budget, Instant now) {
        List<AlertState> alerts = Arrays.stream(BurnAlert.values()).map(alert -> budget.alert(alert, now)).toList();
        Optional<Remaining> left = budget.remaining(now);
        return new SlaBudget(budget.objective().key(), budget.objective().title(), state(alerts, left), left
                .map(SlaBudget::left).orElse("–"),
                left.map(Remaining::share).orElse(Double.NaN), left.map(rest -> detail(rest, budget.allowed()))
                .orElse("Nothing was counted that a budget could be told from."), lasts(budget, now),
                BurnWindow.looked().stream().map(window -> row(budget, window, now)).toList(),
                alerts.stream().map(SlaBudget::alert).toList(), source(budget));
    }

    private static State state(List<AlertState> alerts, Optional<Remaining> left) {
        if (left.isEmpty()) {
            return State.STALE;
        }
        boolean pages = alerts.stream().anyMatch(one -> one.word() == AlertState.Word.FIRING && one.alert().pages());
        if (pages || left.get().share() < 0) {
            return State.FAILED;
        }
        if (alerts.stream().anyMatch(one -> one.word() == AlertState.Word.FIRING) || left.get().share() < LITTLE) {
            return State.MARGINAL;
        }
        boolean quiet = alerts.stream().filter(one -> one.alert().pages()).allMatch(one -> one.word() == AlertState.Word.QUIET);
        return quiet ? State.DONE : State.QUEUED;
    }

    private static String left(Remaining rest) {
        return (rest.atMost() ? "≤ " : "") + String.format(Locale.ROOT, "%.1f %%", 100 * Math.max(0, rest.share()));
    }

    private static String detail(Remaining rest, double allowed) {
        Duration all = BurnRate.budget(allowed, ErrorBudget.PERIOD);
        String of = Format.duration(all) + " that everything may fail in " + BurnWindow.PERIOD.text();
        String worth = rest.share() < 0 ? "Overdrawn by " + Format.duration(rest.downtime(allowed).negated()) + ", of " + of + "."
                : Format.duration(rest.downtime(allowed)) + " of the " + of + ".";
        return rest.atMost() ? worth + " At most: the data reach back " + rest.counted().text() + " only." : worth;
    }

    private static String lasts(ErrorBudget budget, Instant now) {
        return budget.exhaustedIn(now).flatMap(lasts -> budget.burn(BurnWindow.H1, now).map(burn -> {
            String rate = "At the last hour's " + BurnBar.text(burn.times());
            return budget.remaining(now).filter(rest -> rest.share() <= 0).isPresent() ? "There is nothing left to spend."
                    : BurnRate.lastsForEver(lasts, ErrorBudget.PERIOD) ? rate + " it is not spent."
                    : rate + " it lasts " + Format.duration(lasts) + ".";
        })).orElse("How long it lasts is unknown: " + budget.window(BurnWindow.H1).unknown(now) + ".");
    }

    private static Row row(ErrorBudget budget, BurnWindow window, Instant now) {
        Optional<BurnRate> burn = budget.burn(window, now);
        WindowCounts counted = budget.window(window);
        return new Row(window.text(), burn.map(BurnRate::times).orElse(Double.NaN), BurnAlert.markOf(window),
                burn.flatMap(_ -> counted.known(now)).map(SlaBudget::words).orElseGet(() -> counted.unknown(now)));
    }

    private static String words(Counts counts) {
        return Format.number(Math.round(counts.bad())) + " of " + Format.number(Math.round(counts.total()));
    }

    private static Alert alert(AlertState now) {
        BurnAlert alert = now.alert();
        State state = switch (now.word()) {
            case FIRING -> alert.pages() ? State.FAILED : State.MARGINAL;
            case QUIET -> State.DONE;
            case TOO_FEW_REQUESTS -> State.QUEUED;
            case UNKNOWN -> State.STALE;
        };
        String verb = (now.word() == AlertState.Word.FIRING ? alert.pages() ? "Pages" : "Ticket" : alert.pages() ? "Page"
                : "Ticket");
        return new Alert(state, verb + ": " + alert.longer().text() + " and " + alert.shorter().text() + " over "
                + TimeChartData.plain(alert.times()) + "×", now.sentence());
    }

    /** As old as the oldest of the short windows, which are asked for most often. */
    private static SourceState source(ErrorBudget budget) {
        WindowCounts brief = budget.window(BurnWindow.M5);
        String name = budget.objective().source();
        return new SourceState(name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1),
                brief.interval(), brief.at(), brief.why());
    }
}
