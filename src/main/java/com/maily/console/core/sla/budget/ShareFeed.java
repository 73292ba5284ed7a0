package com.maily.console.core.sla.budget;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.ObjectiveQuery;
import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Counts, while somebody looks, how a canary and the stable track beside it have done since the last shift. Thread-safe. */
public final class ShareFeed {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration FLOOR = Duration.ofMillis(500);
    /** Sources need two scrapes to count anything. */
    private static final Duration EARLIEST = Duration.ofSeconds(30);

    private final String environment;
    private final Function<String, MetricSource> sources;
    private final Time time;
    private final Map<Objective, TrackShares> known = new HashMap<>();

    /** @param sources by platform key, as {@code Platforms::metrics} gives them */
    public ShareFeed(String environment, Function<String, MetricSource> sources, Time time) {
        this.environment = environment;
        this.sources = sources;
        this.time = time;
    }

    /** Those that can be counted on each track alone. */
    public static List<Objective> counted(Collection<Objective> objectives) {
        return objectives.stream().filter(ShareFeed::countsTracks).toList();
    }

    private static boolean countsTracks(Objective objective) {
        Objective.Counted counted = objective.counted();
        return counted != null && counted.total().contains("${track}") && counted.bad().contains("${track}");
    }

    /**
     * @param since    when a component's canary got its present weight; empty while there is none, or it is not in effect yet
     * @param consumer is called on the feed's threads
     */
    public Subscription follow(Collection<Objective> objectives, Function<String, Optional<Instant>> since,
                               Consumer<Map<Objective, TrackShares>> consumer) {
        List<Objective> counted = counted(objectives);
        consumer.accept(snapshot());
        Duration pause = time.onTheWall(PAUSE);
        return new Rounds("shares", counted.stream().map(Objective::source).distinct().toList(),
                pause.compareTo(FLOOR) < 0 ? FLOOR : pause, source -> {
            counted.stream().filter(objective -> objective.source().equals(source))
                    .forEach(objective -> since.apply(objective.component()).ifPresent(from -> look(objective, from)));
            if (!Thread.currentThread().isInterrupted()) {
                consumer.accept(snapshot());
            }
        });
    }

    public synchronized Map<Objective, TrackShares> snapshot() {
        return Map.copyOf(known);
    }

    private void look(Objective objective, Instant since) {
        Instant at = time.instant();
        Duration counted = Duration.between(since, at);
        if (counted.compareTo(EARLIEST) >= 0) {
            keep(ask(objective, since, at, counted));
        }
    }

    private synchronized void keep(TrackShares shares) {
        if (!Thread.currentThread().isInterrupted()) {
            known.put(shares.objective(), shares);
        }
    }

    private TrackShares ask(Objective objective, Instant since, Instant at, Duration counted) {
        try {
            return new TrackShares(objective, since, at, counts(objective, Track.STABLE, counted, at),
                    counts(objective, Track.CANARY, counted, at), "");
        } catch (FailureException e) {
            return failed(objective, since, at, e.failure().what());
        } catch (RuntimeException e) {
            return failed(objective, since, at, "The question failed: " + e.getMessage());
        }
    }

    /** What was counted before of the same weight still counts, as long as it is not too old. */
    private synchronized TrackShares failed(Objective objective, Instant since, Instant at, String why) {
        return Optional.ofNullable(known.get(objective)).filter(before -> before.since().equals(since))
                .map(before -> new TrackShares(objective, since, before.at(), before.stable(), before.canary(), why))
                .orElseGet(() -> new TrackShares(objective, since, at, Optional.empty(), Optional.empty(), why));
    }

    private Optional<Counts> counts(Objective objective, Track track, Duration window, Instant at) {
        Objective.Counted counted = objective.counted();
        if (counted == null) {
            return Optional.empty();
        }
        MetricSource source = sources.apply(objective.source());
        double total = source.instant(ObjectiveQuery.total(objective, counted, environment, track, window), at).single();
        double bad = source.instant(ObjectiveQuery.bad(objective, counted, environment, track, window), at).single();
        return Double.isFinite(total) && Double.isFinite(bad) ? Optional.of(new Counts(Math.max(0, bad), Math.max(0, total)))
                : Optional.empty();
    }
}
