package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import java.util.Optional;

/**
 * A person takes an environment's lock from its holder.
 *
 * @param force also while the holder still renews it
 */
record LockOrder(String environment, String reason, boolean force, Actor by) {

    LockOrder {
        if (reason.isBlank()) {
            throw new FailureException(new Failure.Rejected("The lock of " + environment + " stays where it is",
                    "no reason was given.", "Say why; whoever holds it will read it."));
        }
    }

    /** Blocks. @return the run whose part of the journal tells it */
    String obey(Locks locks, Journal journal, LiveRuns runs) {
        journal.refusal().ifPresent(failure -> {
            throw new FailureException(failure);
        });
        Optional<Deployment> waiting = journal.history().deployments().stream()
                .filter(run -> Locks.needed(run).contains(environment)).findFirst();
        Optional<Conductor> conductor = waiting.flatMap(run -> runs.conductor(run.id()));
        if (conductor.isEmpty()) {
            return withoutRun(locks, journal);
        }
        Deployment run = waiting.get();
        conductor.get().withLock(by, () -> seize(locks, run.id()));
        if (run.standsWithoutLock()) {
            conductor.get().tell(new Order.Resume(reason, by));
        }
        return run.id();
    }

    private Event seize(Locks locks, String run) {
        LockKeeper keeper = locks.of(environment).orElseThrow(() -> new FailureException(new Failure.Missing(
                "The environment " + environment + " has no lock", "nothing in it can keep one.", "Go on without.")));
        LockState before = keeper.seize(new LockClaim(by.name(), reason.strip(), by.source(), run), force);
        String previous = before.holder().map(LockHolder::owner).orElse("");
        return before.expired() ? new Event.LockTakenOver(environment, by.name(), reason.strip(), keeper.identity(), previous)
                : new Event.LockBroken(environment, by.name(), reason.strip(), keeper.identity(), previous);
    }

    /** With no run to hold it for, it is given back at once; the newest run's part of the journal tells it. */
    private String withoutRun(Locks locks, Journal journal) {
        String newest = journal.history().newest(environment).map(Deployment::id).orElse("lock-" + environment);
        journal.append(newest, by, seize(locks, ""));
        locks.of(environment).filter(keeper -> keeper.leave(newest))
                .ifPresent(_ -> journal.append(newest, by, new Event.LockReleased(environment, by.name())));
        return newest;
    }
}
