package com.maily.console.desktop.rollback;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything the rollback screen shows.
 *
 * @param headline what is failing, what is going back, or that there is nothing to roll back; {@code detail} adds the figures
 * @param button   what the held button says, and {@code blocked} why it is off, empty when it may be held
 * @param rows     the components in the order they go back
 * @param checks   what is verified afterwards
 * @param clock    empty while nothing is wrong
 * @param command  the same on the command line
 * @param progress 0 to 1 while going back
 * @param goal     what is promised of a recovery
 */
record RollbackModel(Mood mood, String headline, String detail, String button, String blocked, List<RollbackRow> rows,
                     List<RollbackCheck> checks, Optional<RecoveryClock> clock, Duration needs, String command, String untouched,
                     double progress, Duration running, List<String> versions, Optional<Failure> failure, Optional<Instant> checkedAt,
                     RecoveryGoal goal) {

    /** Which of its faces the screen shows. UNPLANNED: there may be something to roll back, but no plan could be made. */
    enum Mood { NOTHING, UNPLANNED, LOADING, FAILING, READY, GOING_BACK, BACK, NOT_BACK }

    /** Preflight older than this, on the wall's clock, is run again before the hold arms. */
    static final Duration FRESH = Duration.ofSeconds(60);

    RollbackModel {
        rows = List.copyOf(rows);
        checks = List.copyOf(checks);
        versions = List.copyOf(versions);
    }

    /** A preview with the moment it was made. @param lasts how long it may be trusted, in the environments' time */
    record Checked(Commands.Preview preview, Instant at, Duration lasts) {
        boolean old(Instant now) {
            return Duration.between(at, now).compareTo(lasts) > 0;
        }

        Optional<Plan> plan() {
            return preview.plan();
        }
    }

    /** What is known at one moment. @param checked empty while the preview is being made */
    record Known(Workspace workspace, String environment, History history, Optional<Checked> checked, RollbackChoice choice,
                 Instant now) {

        /** The rollback to show: one that runs, or the newest run if it was one. */
        Optional<Deployment> goingBack() {
            return history.newest(environment).filter(Deployment::goesBack);
        }

        /** What was checked while it still ran says nothing about what is left to do. */
        Optional<Checked> checkedAfter(Deployment run) {
            return checked.filter(c -> run.endedAt().filter(c.at()::isAfter).isPresent());
        }

        Optional<Deployment> newest() {
            return history.newest(environment);
        }
    }

    static RollbackModel of(Known known) {
        Optional<Deployment> back = known.goingBack();
        if (back.isPresent() && (!back.get().over() || known.checkedAfter(back.get()).flatMap(Checked::plan).isEmpty())) {
            return RollbackRun.of(known, back.get());
        }
        return RollbackPlan.of(known);
    }

    /** Whether there is something to report on. */
    boolean trouble() {
        return switch (mood) {
            case FAILING, GOING_BACK, BACK, NOT_BACK -> true;
            case NOTHING, UNPLANNED, LOADING, READY -> false;
        };
    }

    boolean mayHold() {
        return blocked.isEmpty() && (mood == Mood.FAILING || mood == Mood.READY);
    }
}
