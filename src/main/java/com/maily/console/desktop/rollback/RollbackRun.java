package com.maily.console.desktop.rollback;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.Trouble;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.desktop.rollback.RollbackModel.Checked;
import com.maily.console.desktop.rollback.RollbackModel.Known;
import com.maily.console.desktop.rollback.RollbackModel.Mood;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rollback while it runs and after it: each row with the proof that was read back. */
final class RollbackRun {

    private RollbackRun() { }

    static RollbackModel of(Known known, Deployment back) {
        Plan plan = back.plan();
        RollbackWaves waves = RollbackWaves.of(plan);
        Instant end = back.endedAt().orElse(known.now());
        Duration running = notNegative(Duration.between(back.startedAt(), end));
        List<RollbackRow> rows = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Restore restore) {
                rows.add(row(known, back, restore, waves, rows.size() + 1));
            }
        }
        Mood mood = !back.over() ? Mood.GOING_BACK : back.status() == Deployment.Status.SUCCEEDED ? Mood.BACK : Mood.NOT_BACK;
        Duration needs = back.over() || waves.whole().compareTo(running) < 0 ? Duration.ZERO : waves.whole().minus(running);
        RecoveryGoal goal = RecoveryGoal.of(known, rows.stream().map(RollbackRow::component).toList());
        return new RollbackModel(mood, headline(mood, plan), detail(rows, back), "", "A rollback is running.", rows,
                checks(back, known.now()), Optional.of(clock(known, back, end, goal.time(), needs)), waves.whole(),
                RollbackPlan.command(known, plan.version()), RollbackPlan.untouched(known, rows), progress(back, known.now()), running,
                RollbackPlan.versions(known.workspace()), failure(back), known.checked().map(Checked::at), goal);
    }

    private static String headline(Mood mood, Plan plan) {
        return switch (mood) {
            case GOING_BACK -> "Rolling back to " + plan.version();
            case BACK -> plan.environment() + " is back on " + plan.version();
            case NOT_BACK -> "The rollback to " + plan.version() + " did not finish";
            case NOTHING, UNPLANNED, LOADING, FAILING, READY -> "";
        };
    }

    private static String detail(List<RollbackRow> rows, Deployment back) {
        long done = rows.stream().filter(row -> row.state() == State.ROLLED_BACK).count();
        return done + " of " + rows.size() + " components are back."
                + (back.over() && !back.statusReason().isEmpty() ? " " + back.statusReason() : "");
    }

    private static Optional<Failure> failure(Deployment back) {
        return back.steps().values().stream().flatMap(step -> step.failure().stream()).findFirst();
    }

    /** The trouble began in the run that is undone; without one, when the rollback was asked for. */
    private static RecoveryClock clock(Known known, Deployment back, Instant end, Duration objective, Duration needs) {
        Trouble trouble = known.history().deployment(back.undoes()).flatMap(Deployment::trouble)
                .orElseGet(() -> new Trouble(back.startedAt(), "the rollback began, nothing had failed"));
        return new RecoveryClock(trouble.since(), trouble.sign(), end, objective, needs);
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static RollbackRow row(Known known, Deployment back, Step.Restore step, RollbackWaves waves, int number) {
        StepState state = back.step(step.id()).orElseThrow();
        Optional<Deployment> undone = known.history().deployment(back.undoes());
        String was = undone.map(run -> run.plan().version()).orElse(back.plan().replaces());
        Duration begins = state.startedAt().map(at -> notNegative(Duration.between(back.startedAt(), at))).orElse(waves.begins().get(step.id()));
        Duration lasts = state.endedAt().isPresent() ? state.elapsed(known.now()) : longer(step.planned(), state.elapsed(known.now()));
        double part = state.status().settled() ? 1 : state.status().active()
                ? Math.min(0.95, state.elapsed(known.now()).toMillis() / (double) Math.max(1, lasts.toMillis())) : 0;
        return new RollbackRow(number, step.component(), true, RollbackPlan.how(known.workspace(), step.component()), was,
                undone.map(run -> run.component(step.component()).observed()).filter(w -> !w.isZero()).map(Object::toString).orElse(""),
                step.artifact().version(), shown(state), result(state, waves.waves().get(step.id())),
                state.status() == StepState.Status.DONE ? state.proof() : state.failure().map(Failure::sentence).orElse(""),
                waves.waves().get(step.id()), begins, lasts, part);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static State shown(StepState step) {
        return switch (step.status()) {
            case PLANNED -> State.QUEUED;
            case RUNNING -> State.RUNNING;
            case UNCERTAIN -> State.STALE;
            case WAITING -> State.WAITING;
            case HELD -> State.HELD;
            case DONE -> step.step() instanceof Step.Restore ? State.ROLLED_BACK : State.DONE;
            case FAILED -> State.FAILED;
            case SKIPPED -> State.SKIPPED;
        };
    }

    private static String result(StepState step, int wave) {
        return switch (step.status()) {
            case PLANNED -> "Queued, wave " + wave;
            case RUNNING -> step.note().isEmpty() ? "Running" : "Running, " + step.note();
            case UNCERTAIN -> "Uncertain, observing";
            case WAITING, HELD -> step.note();
            case DONE -> "Back in " + Format.duration(step.elapsed(Instant.MAX));
            case FAILED -> step.failure().map(Failure::what).orElse("Failed");
            case SKIPPED -> "Skipped: " + step.note();
        };
    }

    private static List<RollbackCheck> checks(Deployment back, Instant now) {
        return back.steps().values().stream().filter(step -> !(step.step() instanceof Step.Restore))
                .map(step -> new RollbackCheck(step.step().title(), shown(step), switch (step.status()) {
                    case DONE -> step.proof();
                    case RUNNING -> step.note().isEmpty() ? Format.stopwatch(step.elapsed(now)) + " of " + Format.stopwatch(step.step().planned()) : step.note();
                    case FAILED -> step.failure().map(Failure::what).orElse("failed");
                    case PLANNED, UNCERTAIN, WAITING, HELD, SKIPPED -> step.note();
                })).toList();
    }

    /** In planned time, so that a long step counts for more than a short one. */
    private static double progress(Deployment back, Instant now) {
        double whole = 0;
        double done = 0;
        for (StepState step : back.steps().values()) {
            double planned = Math.max(1, step.step().planned().toMillis());
            whole += planned;
            done += step.status().settled() ? planned : step.status().active()
                    ? Math.min(planned * 0.95, step.elapsed(now).toMillis()) : 0;
        }
        return whole == 0 ? 0 : done / whole;
    }
}
