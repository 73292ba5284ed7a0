package com.maily.console.core.engine;

import com.maily.console.core.model.Step;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Workload;
import java.util.List;
import java.util.Optional;

/** What a Restore step goes back to: the revision that was chosen, or else the newest that runs its artifact. Pure. */
record RestoreTarget(Step.Restore step) {

    Optional<Revision> in(List<Revision> history) {
        return history.stream().filter(revision -> chosen() ? revision.identity().equals(step.revision())
                : revision.available() && revision.artifact().equals(step.artifact())).findFirst();
    }

    /** Two revisions may run the same artifact, so a chosen one is known by its identity alone. */
    boolean is(Workload workload) {
        return chosen() ? workload.identity().equals(step.revision()) : workload.runs(step.artifact());
    }

    boolean chosen() {
        return !step.revision().isEmpty();
    }
}
