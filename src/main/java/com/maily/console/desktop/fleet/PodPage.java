package com.maily.console.desktop.fleet;

import com.maily.console.core.port.Pod;
import com.maily.console.core.port.SourceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pods that were asked for, in order, and what is to be said of all.
 *
 * @param rows     a row that did not change is the same object as before
 * @param about    of the chosen component, or of all where none is
 * @param whole    of the environment
 * @param faults   components with pods that have something wrong
 * @param unmeasured why there are no figures of CPU and memory; empty when there are
 * @param source   how fresh they are
 * @param trouble  why the pods cannot be read now; empty when they can
 * @param loading  until they have been read once
 */
record PodPage(PodQuery query, List<PodRow> rows, Count about, Count whole, Set<String> faults, boolean manyNamespaces,
        String unmeasured,
               SourceState source, String trouble, boolean loading) {

    /** How many pods there are, ready, starting and wrong. */
    record Count(int all, int ready, int starting, int faults, int canary) {
        static final Count NONE = new Count(0, 0, 0, 0, 0);
    }

    PodPage {
        rows = List.copyOf(rows);
        faults = Set.copyOf(faults);
    }

    /** Whether all this may be taken for the present. */
    boolean fresh(Instant now) {
        return trouble.isEmpty() && switch (source.freshness(now)) {
            case LIVE, AGEING -> true;
            case STALE, LOST, NEVER -> false;
        };
    }

    Optional<Pod> pod(String key) {
        return rows.stream().map(PodRow::pod).filter(pod -> pod.key().equals(key)).findFirst();
    }
}
