package com.maily.console.core.engine;

import com.maily.console.core.journal.StepState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Since when a step's timeout counts: from its start, but not the time it was paused, waited for a person or nobody watched it.
 * Kept in memory only; after a crash a step gets its full time again, since nobody watched it meanwhile.
 */
final class Patience {

    private final Map<String, Instant> since = new HashMap<>();
    private Instant all;

    Patience(Instant from) {
        all = from;
    }

    void renew(String step, Instant at) {
        since.put(step, at);
    }

    void renewAll(Instant at) {
        all = at;
    }

    boolean isOver(StepState state, Instant now) {
        Instant from = since.getOrDefault(state.step().id(), all);
        return now.isAfter((from.isAfter(all) ? from : all).plus(state.step().timeout()));
    }
}
