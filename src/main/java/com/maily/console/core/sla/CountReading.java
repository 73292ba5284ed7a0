package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.judge.CountRule;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.core.sla.judge.Finding;
import com.maily.console.core.sla.judge.Tail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was counted of one objective on both tracks since its warm-up; empty where the source had nothing, which is never zero. */
record CountReading(Optional<Counts> stable, Optional<Counts> canary, Tail tail) {

    static CountReading ask(Objective objective, Counted counted, String environment, MetricSource source, Duration since, Instant at) {
        return new CountReading(counts(objective, counted, environment, source, Track.STABLE, since, at),
                counts(objective, counted, environment, source, Track.CANARY, since, at),
                counted.tail() == null ? Tail.NONE : tail(objective, counted.tail(), environment, source, since, at));
    }

    /** A limit of which one track knows nothing would leave the others out of step, so then there is no tail. */
    private static Tail tail(Objective objective, Objective.Tail asked, String environment, MetricSource source, Duration since, Instant at) {
        Function<Track, List<Double>> above = track -> asked.limits().stream()
                .map(limit -> source.instant(ObjectiveQuery.above(objective, asked, limit, environment, track, since), at).single())
                .filter(Double::isFinite).map(count -> Math.max(0, count)).toList();
        List<Double> stable = above.apply(Track.STABLE);
        List<Double> canary = above.apply(Track.CANARY);
        int all = asked.limits().size();
        return stable.size() == all && canary.size() == all ? new Tail(stable, canary) : Tail.NONE;
    }

    private static Optional<Counts> counts(Objective objective, Counted counted, String environment, MetricSource source, Track track,
                                           Duration since, Instant at) {
        double total = source.instant(ObjectiveQuery.total(objective, counted, environment, track, since), at).single();
        double bad = source.instant(ObjectiveQuery.bad(objective, counted, environment, track, since), at).single();
        // A difference of two extrapolated counters may fall a hair below zero.
        return Double.isFinite(total) && Double.isFinite(bad) ? Optional.of(new Counts(Math.max(0, bad), Math.max(0, total)))
                : Optional.empty();
    }

    Finding judged(Objective objective, Counted counted, double alpha) {
        return new CountRule(counted.allowed() / 100, counted.tolerance() / 100, objective.judging().minimum(), alpha)
                .judge(stable, canary, tail);
    }

    double samples() {
        return canary.map(Counts::total).orElse(0.0);
    }
}
