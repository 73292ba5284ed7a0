package com.maily.console.core.sla.budget;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.sla.ObjectiveQuery;
import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows the error budgets of one environment while somebody looks: each window is asked of the objective's own source, the
 * longer the more seldom, and only when the source has data from its beginning. Thread-safe; listeners are called on the feed's
 * threads.
 */
public final class BudgetFeed {

    /** Where time runs fast, one pass in two seconds of the wall must do. */
    private static final Duration FLOOR = Duration.ofSeconds(2);

    /** @param next when it is worth asking again */
    private record Kept(WindowCounts counts, Instant next) { }

    private final String environment;
    private final Function<String, MetricSource> sources;
    private final Time time;
    private final Map<Objective, Map<BurnWindow, Kept>> known = new HashMap<>();

    /** @param sources by platform key, as {@code Platforms::metrics} gives them */
    public BudgetFeed(String environment, Function<String, MetricSource> sources, Time time) {
        this.environment = environment;
        this.sources = sources;
        this.time = time;
    }

    /**
     * Calls {@code consumer} at once with what is known, then whenever one of {@code windows} was asked for; objectives without
     * counts have no budget.
     */
    public Subscription follow(Collection<Objective> objectives, Set<BurnWindow> windows, Consumer<Map<Objective,
            ErrorBudget>> consumer) {
        List<Objective> counted = objectives.stream().filter(objective -> objective.counted() != null).toList();
        consumer.accept(snapshot());
        Duration pause = time.onTheWall(BurnWindow.M5.interval());
        return new Rounds("budget", counted.stream().map(Objective::source).distinct().toList(),
                pause.compareTo(FLOOR) < 0 ? FLOOR : pause, source -> counted.stream()
                        .filter(objective -> objective.source().equals(source)).forEach(objective -> pass(objective, windows,
                                consumer)));
    }

    public synchronized Map<Objective, ErrorBudget> snapshot() {
        Map<Objective, ErrorBudget> budgets = new HashMap<>();
        known.forEach((objective, windows) -> budgets.put(objective, new ErrorBudget(objective, windows.values().stream()
                .map(Kept::counts).collect(Collectors.toMap(WindowCounts::window, counts -> counts)))));
        return Map.copyOf(budgets);
    }

    private void pass(Objective objective, Set<BurnWindow> windows, Consumer<Map<Objective, ErrorBudget>> consumer) {
        boolean asked = false;
        for (BurnWindow window : windows) {
            Kept before = before(objective, window);
            if (!before.next().isAfter(time.instant()) && !Thread.currentThread().isInterrupted()) {
                keep(objective, ask(objective, before.counts()));
                asked = true;
            }
        }
        if (asked && !Thread.currentThread().isInterrupted()) {
            consumer.accept(snapshot());
        }
    }

    private synchronized Kept before(Objective objective, BurnWindow window) {
        Kept before = known.getOrDefault(objective, Map.of()).get(window);
        return before != null ? before : new Kept(WindowCounts.nothing(window, interval(window), "not asked yet"), Instant.EPOCH);
    }

    private Duration interval(BurnWindow window) {
        Duration fastest = Duration.ofNanos((long) (2 * FLOOR.toNanos() * time.rate()));
        return fastest.compareTo(window.interval()) > 0 ? fastest : window.interval();
    }

    /** What came after the last look at a source that is no longer followed is not kept: it may be cut short. */
    private synchronized void keep(Objective objective, Kept kept) {
        if (!Thread.currentThread().isInterrupted()) {
            known.computeIfAbsent(objective, _ -> new EnumMap<>(BurnWindow.class)).put(kept.counts().window(), kept);
        }
    }

    /** A source that failed is asked again soon, whatever the window. */
    private Kept ask(Objective objective, WindowCounts before) {
        Instant at = time.instant();
        try {
            return new Kept(answered(objective, before, at), at.plus(before.window().interval()));
        } catch (FailureException e) {
            return new Kept(before.failed(e.failure().what()), at.plus(BurnWindow.M5.interval()));
        } catch (RuntimeException e) {
            return new Kept(before.failed("the question failed: " + e.getMessage()), at.plus(BurnWindow.M5.interval()));
        }
    }

    private WindowCounts answered(Objective objective, WindowCounts before, Instant at) {
        BurnWindow window = before.window();
        if (!reaches(objective, window, at)) {
            return WindowCounts.nothing(window, before.interval(), "no data that old");
        }
        Optional<Counts> counts = counted(objective, window, at);
        return counts.isEmpty() ? WindowCounts.nothing(window, before.interval(), "the source has no counts")
                : new WindowCounts(window, counts, Optional.of(at), before.interval(), "");
    }

    /**
     * Whether there were counts in the first five minutes of the window; a sum over what is left of it would pass for all of
     * it.
     */
    private boolean reaches(Objective objective, BurnWindow window, Instant at) {
        Instant begin = at.minus(window.length()).plus(BurnWindow.M5.length());
        return window == BurnWindow.M5 || Double.isFinite(sources.apply(objective.source())
                .instant(ObjectiveQuery.total(objective, environment, BurnWindow.M5.length()), begin).single());
    }

    private Optional<Counts> counted(Objective objective, BurnWindow window, Instant at) {
        MetricSource source = sources.apply(objective.source());
        double total = source.instant(ObjectiveQuery.total(objective, environment, window.length()), at).single();
        double bad = source.instant(ObjectiveQuery.bad(objective, environment, window.length()), at).single();
        // A difference of two extrapolated counters may fall a hair below zero.
        return Double.isFinite(total) && Double.isFinite(bad) ? Optional.of(new Counts(Math.max(0, bad), Math.max(0, total)))
                : Optional.empty();
    }
}
