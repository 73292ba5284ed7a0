package com.maily.console.core.engine;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event.CanaryAsked;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.sla.Verdict;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One component's part of a move, held against the run as it is. Pure; the engine refuses by it, and screens turn off by it with
 * the same words.
 *
 * @param to the weight, for the moves that name one
 */
public record CanaryMove(Move move, String component, Optional<Weight> to, LargestStep largest) {

    /** Why it makes no sense now, as the second half of a sentence; empty when it does. */
    public Optional<String> obstacle(Deployment run) {
        Optional<StepState> step = step(run);
        if (step.isEmpty()) {
            return Optional.of("this run moves no traffic of it");
        }
        Status status = step.get().status();
        return status.active() ? obstacle(run, step.get()) : Optional.of(switch (status) {
            case PLANNED -> "its canary has not started yet";
            case DONE -> "it is over: " + (run.goesBack() ? "restored" : "promoted") + " already";
            case SKIPPED -> "its canary was skipped";
            case FAILED -> "its canary failed; retry it first";
            case RUNNING, UNCERTAIN, WAITING, HELD -> "";
        });
    }

    private Optional<String> obstacle(Deployment run, StepState step) {
        Weight now = run.component(component).desired();
        return switch (move) {
            case SET -> to.orElseThrow().equals(now) ? Optional.of("it is at " + now + " already")
                    : to.orElseThrow().isAbove(now) ? raising(run, step, to.orElseThrow()) : Optional.empty();
            case QUEUE -> now.isZero() || !to.orElseThrow().isAbove(now) ? Optional.of("only more than " + now + " can be queued")
                    : raising(run, step, to.orElseThrow());
            case PROMOTE -> promoting(run, step, now);
            case PAUSE -> stopped(run, step);
            case RESUME -> step.status() == Status.HELD && step.step() instanceof Step.Canary ? Optional.empty()
                    : Optional.of("it is not held");
            case ABORT -> now.isZero() && step.status() == Status.HELD ? Optional.of("it is held at 0 % already")
                    : Optional.empty();
        };
    }

    private Optional<String> raising(Deployment run, StepState step, Weight wanted) {
        Weight now = run.component(component).desired();
        if (!(step.step() instanceof Step.Canary)) {
            return Optional.of("a rollback only lowers");
        }
        return stopped(run, step).or(() -> largest.exceededBy(now, wanted) ? Optional.of(largest.sentence(now, wanted))
                : Optional.empty());
    }

    private Optional<String> promoting(Deployment run, StepState step, Weight now) {
        ComponentState known = run.component(component);
        if (!(step.step() instanceof Step.Canary)) {
            return Optional.of("it is being rolled back");
        }
        if (now.isZero() && step.status() == Status.HELD) {
            return Optional.of("it was aborted and is held at 0 %; resume it first");
        }
        if (known.verdict().filter(Verdict::fails).isPresent()) {
            return Optional.of("its verdict is fail");
        }
        if (step.status() == Status.WAITING) {
            return stopped(run, step);
        }
        return stopped(run, step).or(() -> now.isZero()
                ? Optional.of("it has no traffic yet; its first weight comes once its pods are ready")
                : now.isFull() ? Optional.of("it has all traffic and is being promoted") : Optional.empty());
    }

    private static Optional<String> stopped(Deployment run, StepState step) {
        if (run.status() == Deployment.Status.PAUSED) {
            return Optional.of("the run is paused");
        }
        return step.status() == Status.HELD ? Optional.of("it is held: " + step.note().replaceFirst("\\.$", ""))
                : Optional.empty();
    }

    /** @throws NoSuchElementException when there is an obstacle */
    CanaryAsked.Part part(Deployment run) {
        StepState step = step(run).orElseThrow();
        Weight now = run.component(component).desired();
        String gate = move == Move.PROMOTE ? step.gate().filter(_ -> step.status() == Status.WAITING)
                .map(StepState.Gate::id).orElse("")
                : "";
        return new CanaryAsked.Part(step.step().id(), component, now, switch (move) {
            case SET, QUEUE -> to.orElseThrow();
            case PROMOTE -> Rungs.of(((Step.Canary) step.step()).ladder()).above(now).orElse(Weight.FULL);
            case PAUSE, RESUME -> now;
            case ABORT -> Weight.ZERO;
        }, gate);
    }

    /** The step that moves the component's traffic in this run. */
    private Optional<StepState> step(Deployment run) {
        return run.steps().values().stream().filter(state -> state.step() instanceof Step.Canary
                || state.step() instanceof Step.Restore)
                .filter(state -> state.step().about().equals(Optional.of(component))
                        && state.step().environment().equals(run.plan().environment())).findFirst();
    }
}
