package com.maily.console.desktop.sla;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much traffic each component's canary had, and when, as the journal tells it. Reads each entry once; for one thread at a
 * time.
 */
final class SlaWeights {

    private static final int PAGE = 2_000;
    /** Older entries lie outside every range that can be chosen, and a long journal must not keep the charts waiting. */
    private static final int FURTHEST = 20_000;

    private final Journal journal;
    private final String environment;
    private final Map<String, List<Sample>> observed = new HashMap<>();
    private long read;

    SlaWeights(Journal journal, String environment) {
        this.journal = journal;
        this.environment = environment;
    }

    /** Each change of a component's canary weight in percent, oldest first, by component. Blocks while it reads. */
    Map<String, List<Sample>> of(History history) {
        read = Math.max(read, history.size() - FURTHEST);
        try {
            // Never beyond the history: an entry of a run it does not know yet could not be placed.
            while (read < history.size()) {
                journal.read(read, (int) Math.min(PAGE, history.size() - read)).forEach(entry -> take(entry, history));
            }
        } catch (FailureException _) {
            // The weights known so far stay; the journal's own screen tells of its trouble.
        }
        return observed.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    private void take(Entry entry, History history) {
        read = entry.sequence();
        if (entry.event() instanceof Event.WeightObserved seen && here(entry, history)) {
            List<Sample> weights = observed.computeIfAbsent(seen.component(), _ -> new ArrayList<>());
            if (weights.isEmpty() || weights.getLast().value() != seen.observed().percent()) {
                weights.add(new Sample(entry.at(), seen.observed().percent()));
            }
        }
    }

    private boolean here(Entry entry, History history) {
        return history.deployment(entry.deployment()).map(Deployment::plan).map(plan -> plan.environment().equals(environment))
                .orElse(false);
    }
}
