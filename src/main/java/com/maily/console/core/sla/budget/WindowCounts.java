package com.maily.console.core.sla.budget;

import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a source counted in one window, or why it did not.
 *
 * @param counts   of the newest good answer
 * @param at       when that was asked for
 * @param interval how often it is asked for
 * @param why      there are no counts, or why the newest question went unanswered; empty when all is well
 */
public record WindowCounts(BurnWindow window, Optional<Counts> counts, Optional<Instant> at, Duration interval, String why) {

    static WindowCounts nothing(BurnWindow window, Duration interval, String why) {
        return new WindowCounts(window, Optional.empty(), Optional.empty(), interval, why);
    }

    WindowCounts failed(String trouble) {
        return new WindowCounts(window, counts, at, interval, trouble);
    }

    /** Until it should have been asked twice more, the last answer counts for the present. */
    public Optional<Counts> known(Instant now) {
        return counts.filter(_ -> at.filter(moment -> !moment.plus(interval.multipliedBy(3)).isBefore(now)).isPresent());
    }

    /** Why a burn rate cannot be told; empty when it can. */
    public String unknown(Instant now) {
        return known(now).isPresent() ? known(now).get().total() > 0 ? "" : "no requests in " + window.text()
                : !why.isEmpty() ? why : counts.isPresent() ? "the last answer is too old" : "not asked yet";
    }
}
