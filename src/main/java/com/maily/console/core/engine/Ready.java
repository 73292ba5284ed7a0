package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment's state says to do next. Pure, so that after a crash the same state gives the same answer.
 *
 * @param start  steps to start, in plan order
 * @param look   active steps to look at again, in plan order; held canaries are only watched
 * @param finish how the run ended, if it has
 */
public record Ready(List<StepState> start, List<StepState> look, Optional<Event.DeploymentFinished> finish) {

    public Ready {
        start = List.copyOf(start);
        look = List.copyOf(look);
    }

    public static Ready of(Deployment deployment) {
        if (deployment.over()) {
            return new Ready(List.of(), List.of(), Optional.empty());
        }
        if (deployment.steps().values().stream().allMatch(step -> step.status().settled())) {
            return new Ready(List.of(), List.of(), Optional.of(succeeded(deployment)));
        }
        if (deployment.status() == Deployment.Status.PAUSED) {
            return new Ready(List.of(), List.of(), Optional.empty());
        }
        List<StepState> look = deployment.steps().values().stream().filter(Ready::watched).toList();
        return new Ready(blocked(deployment) ? List.of() : startable(deployment), look, Optional.empty());
    }

    /** A run that waits for a person: nothing moves until somebody answers, retries, skips, rolls back or cancels. */
    public static boolean waitsForPerson(Deployment deployment) {
        Ready ready = of(deployment);
        return !deployment.over() && ready.finish().isEmpty() && ready.start().isEmpty()
                && ready.look().stream().allMatch(step -> step.status() == Status.HELD);
    }

    /** Less traffic for the canary waits neither for the answer to a question nor for the end of a pause. */
    static boolean lowers(StepState step, Deployment deployment) {
        Weight now = deployment.component(step.step().about().orElse("")).desired();
        return step.status().active() && step.asked().filter(asked -> !asked.queued() && !asked.to().isAbove(now)).isPresent();
    }

    private static boolean watched(StepState step) {
        return switch (step.status()) {
            case RUNNING, UNCERTAIN -> true;
            case HELD -> step.step() instanceof Step.Canary; // it still carries traffic
            case PLANNED, WAITING, DONE, FAILED, SKIPPED -> false;
        };
    }

    /** Going forward, trouble anywhere stops new steps. Going back, the others go on unless they depend on it. */
    private static boolean blocked(Deployment deployment) {
        return !deployment.goesBack() && deployment.steps().values().stream()
                .anyMatch(step -> step.status() == Status.FAILED || step.status() == Status.HELD);
    }

    private static List<StepState> startable(Deployment deployment) {
        List<StepState> found = new ArrayList<>();
        boolean turn = true;
        for (Phase phase : deployment.plan().phases()) {
            List<StepState> steps = deployment.stepsOf(phase);
            for (StepState step : steps) {
                if (step.status() == Status.PLANNED && (turn || early(step, deployment)) && free(step, deployment)) {
                    found.add(step);
                }
            }
            turn &= steps.stream().allMatch(step -> step.status().settled());
        }
        return found;
    }

    /** Going back, what says what it comes after waits for nothing else: one region's proof not for another region. */
    private static boolean early(StepState step, Deployment deployment) {
        return deployment.goesBack() && !step.step().after().isEmpty();
    }

    private static boolean free(StepState step, Deployment deployment) {
        return step.step().after().stream()
                .allMatch(id -> deployment.step(id).map(before -> before.status().settled()).orElse(true));
    }

    /** A run that left out a phase of production has not brought the whole of it to the version. */
    private static String reached(Deployment deployment) {
        Plan plan = deployment.plan();
        String regions = RegionsReached.words(deployment);
        List<String> out = plan.phases().stream().filter(phase -> phase.number() > 1 && phase.steps().isEmpty())
                .map(phase -> Integer.toString(phase.number())).toList();
        String there = switch (plan.intent()) {
            case FORWARD -> out.isEmpty() && plan.leftOut().isEmpty() ? " is on " : " got what was asked of ";
            case BACK -> " was rolled back to ";
        };
        return plan.environment() + there + plan.version() + (regions.isEmpty() ? "" : " in " + regions)
                + (out.isEmpty() ? "" : "; phase " + Words.list(out) + " was not part of this run");
    }

    private static Event.DeploymentFinished succeeded(Deployment deployment) {
        long skipped = deployment.steps().values().stream().filter(step -> step.status() == Status.SKIPPED).count();
        return new Event.DeploymentFinished(Event.Outcome.SUCCEEDED, reached(deployment)
                + (skipped == 0 ? "." : "; " + skipped + (skipped == 1 ? " step was"
                        : " steps were") + " skipped."));
    }
}
