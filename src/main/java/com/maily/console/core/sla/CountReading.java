package com.maily.console.core.sla;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.judge.CountRule;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.core.sla.judge.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What was counted of one objective on both tracks since the shift; empty where the source had nothing, which is never zero. */
record CountReading(Counted counted, Optional<Counts> stable, Optional<Counts> canary) {

    static CountReading ask(Objective objective, Counted counted, String environment, MetricSource source, Duration since, Instant at) {
        return new CountReading(counted, counts(objective, counted, environment, source, Track.STABLE, since, at),
                counts(objective, counted, environment, source, Track.CANARY, since, at));
    }

    private static Optional<Counts> counts(Objective objective, Counted counted, String environment, MetricSource source, Track track,
                                           Duration since, Instant at) {
        double total = source.instant(ObjectiveQuery.total(objective, counted, environment, track, since), at).single();
        double bad = source.instant(ObjectiveQuery.bad(objective, counted, environment, track, since), at).single();
        // A difference of two extrapolated counters may fall a hair below zero.
        return Double.isFinite(total) && Double.isFinite(bad) ? Optional.of(new Counts(Math.max(0, bad), Math.max(0, total)))
                : Optional.empty();
    }

    Finding judged(int minimum, double alpha) {
        return new CountRule(counted.allowed() / 100, counted.tolerance() / 100, minimum, alpha).judge(stable, canary);
    }

    double samples() {
        return canary.map(Counts::total).orElse(0.0);
    }
}
