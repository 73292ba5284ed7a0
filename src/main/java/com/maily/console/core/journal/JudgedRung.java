package com.maily.console.core.journal;

import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which a canary stood at one weight and was judged, so that the judge can be asked about it again.
 *
 * @param began   the number of the entry that began it, which no other rung has
 * @param weight  the share of traffic it had
 * @param from    since when its router was seen to give it that share; when it was told to, as long as that was not seen
 * @param to      when the weight changed or its step was over; empty while it lasts
 * @param verdict the last word the run had of it, empty when there was none yet
 */
public record JudgedRung(long began, String deployment, String environment, String component, String version, Weight weight,
                         Instant from, Optional<Instant> to, Optional<Verdict> verdict) {

    public boolean open() {
        return to.isEmpty();
    }

    JudgedRung since(Instant settled) {
        return new JudgedRung(began, deployment, environment, component, version, weight, settled, to, verdict);
    }

    JudgedRung until(Instant end) {
        return new JudgedRung(began, deployment, environment, component, version, weight, from, Optional.of(end), verdict);
    }

    JudgedRung judged(Verdict newest) {
        return new JudgedRung(began, deployment, environment, component, version, weight, from, to, Optional.of(newest));
    }
}
