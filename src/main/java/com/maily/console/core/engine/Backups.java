package com.maily.console.core.engine;

import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Knows from the journal how old the newest copy of an environment's data is. */
public final class Backups {

    private Backups() { }

    /** When the newest backup that succeeded began: what was written later is not in it. Empty when the journal tells of none. */
    public static Optional<Instant> newest(History history, String environment) {
        return history.deployments().stream().flatMap(run -> run.steps().values().stream())
                .filter(state -> state.status() == StepState.Status.DONE && state.step().environment().equals(environment))
                .filter(state -> state.step() instanceof Step.RunJob job && JobSteps.Purpose.BACKUP.isCalled(job.job()))
                .flatMap(state -> state.startedAt().stream()).max(Comparator.naturalOrder());
    }
}
