package com.maily.console.core.engine;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;

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

    /** Blocks. @param run for which it is, empty when there is none @return what to journal */
    Event carryOut(Locks locks, String run) {
        LockKeeper keeper = locks.of(environment).orElseThrow(() -> new FailureException(new Failure.Missing(
                "The environment " + environment + " has no lock", "nothing in it can keep one.", "Go on without.")));
        LockState before = keeper.seize(new LockClaim(by.name(), reason.strip(), by.source(), run), force);
        String previous = before.holder().map(LockHolder::owner).orElse("");
        return before.expired() ? new Event.LockTakenOver(environment, by.name(), reason.strip(), keeper.identity(), previous)
                : new Event.LockBroken(environment, by.name(), reason.strip(), keeper.identity(), previous);
    }

    /** With no run to hold it for, it is given back at once; the newest run's part of the journal tells it. @return that run */
    String withoutRun(Locks locks, Journal journal) {
        String newest = journal.history().newest(environment).map(run -> run.id()).orElse("lock-" + environment);
        Event taken = carryOut(locks, "");
        journal.append(newest, by, taken);
        locks.of(environment).filter(keeper -> keeper.leave(newest))
                .ifPresent(_ -> journal.append(newest, by, new Event.LockReleased(environment, by.name())));
        return newest;
    }
}
