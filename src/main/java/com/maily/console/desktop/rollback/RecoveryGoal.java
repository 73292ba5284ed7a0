package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Backups;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Recovery;
import com.maily.console.core.model.Workspace;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What the environment promises of a recovery, and how old the newest copy of its data is.
 *
 * @param time   how long everything that goes back may take
 * @param point  how old the newest copy may be
 * @param backup when the newest one began, empty when the journal tells of none
 */
record RecoveryGoal(Duration time, Duration point, Optional<Instant> backup, Instant now) {

    /** @param components those that go back; the strictest counts */
    static RecoveryGoal of(RollbackModel.Known known, Collection<String> components) {
        Recovery recovery = promised(known.workspace(), known.environment());
        return new RecoveryGoal(recovery.time(components), recovery.usual().point(), Backups.newest(known.history(),
                known.environment()), known.now());
    }

    static Recovery promised(Workspace workspace, String environment) {
        return workspace.environment(environment).map(Environment::recovery).orElse(Recovery.DEFAULT);
    }

    /** Unknown is never shown as met. */
    State state() {
        return backup.map(at -> Duration.between(at, now).compareTo(point) > 0 ? State.MARGINAL : State.DONE).orElse(State.STALE);
    }

    /** {@code Newest backup 12m 31s old, RPO 15:00.} */
    String sentence() {
        String goal = "RPO " + Format.stopwatch(point) + ".";
        return backup.map(at -> "Newest backup " + Format.age(at, now) + " old, " + (state() == State.DONE ? "within "
                : "outside ") + goal)
                .orElse("Age of the newest backup unknown: the journal tells of none. " + goal);
    }
}
