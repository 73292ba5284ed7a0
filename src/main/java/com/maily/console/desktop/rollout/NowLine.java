package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.Wording;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What is happening now, in one title, one progress and one sentence.
 *
 * @param done  how far the present wait is, of {@code whole}
 * @param whole how long it takes; zero when nothing is being waited for
 */
record NowLine(State state, String title, Duration done, Duration whole, String detail) {
    static NowLine of(Deployment run, Instant now, Silence silence) {
        if (run.over()) {
            return over(run, now);
        }
        if (run.status() == Deployment.Status.PAUSED) {
            return new NowLine(State.HELD, "Paused", Duration.ZERO, Duration.ZERO,
                    run.statusReason().isEmpty() ? "Nothing new starts until it is resumed" : run.statusReason());
        }
        return run.steps().values().stream().filter(step -> step.status() == StepState.Status.RUNNING)
                .max(Comparator.comparingInt(NowLine::weight))
                .map(step -> silence.about(step).map(source -> unknown(step, source, now)).orElseGet(() -> running(step, run, now))).orElseGet(() -> quiet(run));
    }

    double share() {
        return whole.isZero() ? 0 : (double) done.toMillis() / whole.toMillis();
    }

    Optional<String> unknown() {
        return state == State.STALE ? Optional.of(detail) : Optional.empty();
    }

    private static NowLine unknown(StepState step, SourceState source, Instant now) {
        return new NowLine(State.STALE, step.step().title(), Duration.ZERO, Duration.ZERO, source.name() + " has not answered for "
                + source.lastGood().map(at -> Format.age(at, now)).orElse("ever"));
    }

    private static int weight(StepState step) {
        return step.step() instanceof Step.Canary ? 1 : 0;
    }

    private static NowLine quiet(Deployment run) {
        Optional<Need> need = Need.of(run);
        if (need.filter(found -> found.state() == State.FAILED).isPresent()) {
            return new NowLine(State.FAILED, "Stopped at a failure", Duration.ZERO, Duration.ZERO, need.get().step().step()
                    .title());
        }
        boolean waits = need.isPresent();
        return new NowLine(waits ? State.WAITING : State.QUEUED, waits ? "Waiting for a person" : "Between steps",
                Duration.ZERO, Duration.ZERO, run.currentPhase().title());
    }

    private static NowLine over(Deployment run, Instant now) {
        State state = switch (run.status()) {
            case SUCCEEDED -> run.goesBack() ? State.ROLLED_BACK : State.DONE;
            case FAILED -> State.FAILED;
            case CANCELLED, SUPERSEDED, RUNNING, PAUSED -> State.SKIPPED;
        };
        String word = run.status().name().charAt(0) + run.status().name().substring(1).toLowerCase(java.util.Locale.ROOT);
        String when = run.endedAt().map(at -> Format.age(at, now) + " ago").orElse("");
        return new NowLine(state, run.plan().version() + " " + word.toLowerCase(java.util.Locale.ROOT), Duration.ZERO,
                Duration.ZERO,
                run.statusReason().isEmpty() ? when : when + ". " + Wording.sentence(run.statusReason()));
    }

    private static NowLine running(StepState step, Deployment run, Instant now) {
        if (step.step() instanceof Step.Canary canary && run.component(canary.component()).shiftedAt().isPresent()) {
            return canary(canary, run.component(canary.component()), now);
        }
        return new NowLine(State.RUNNING, step.step().title(), step.elapsed(now), step.step().planned(),
                step.note().isEmpty() ? "Running since " + Format.hourMinute(step.startedAt().orElse(now)) : step.note());
    }

    private static NowLine canary(Step.Canary canary, ComponentState component, Instant now) {
        Instant from = component.settledAt().orElse(component.shiftedAt().orElse(now));
        Duration done = now.isBefore(from) ? Duration.ZERO : Duration.between(from, now);
        Optional<Weight> next = canary.ladder().stream().filter(rung -> rung.isAbove(component.desired())).findFirst();
        String verdict = component.verdict().map(one -> word(one.word()) + (one.dryRun() ? " (dry run)" : "")).orElse("No verdict yet");
        Instant due = from.plus(canary.bake());
        String then = next.map(rung -> ". Next " + rung + (due.isAfter(now) ? " at " + Format.clock(due) : " when judged"))
                .orElse("");
        return new NowLine(State.RUNNING, canary.component() + " canary at " + component.desired(), done, canary.bake(), verdict
                + then);
    }

    private static String word(Verdict.Word word) {
        return switch (word) {
            case PASS -> "Passing";
            case MARGINAL -> "Marginal";
            case FAIL -> "Failing";
            case TOO_FEW_SAMPLES -> "Too few samples yet";
            case NO_DATA -> "No data";
        };
    }
}
