package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import java.util.Optional;

/**
 * Whether an order makes sense for a deployment as it is, and the event it becomes. Pure; asked when given and when carried
 * out.
 */
final class Orders {

    private Orders() { }

    /** Why the order is refused, empty when it is not. */
    static Optional<Failure> refusal(Order order, Deployment deployment) {
        if (deployment.over()) {
            return refused(deployment.id() + " is over", "it ended as " + word(deployment.status()) + ".");
        }
        return switch (order) {
            case Order.Pause _ -> unless(deployment.status() == Deployment.Status.RUNNING, deployment.id() + " cannot be paused",
                    "it is paused already.");
            case Order.Resume _ -> unless(deployment.status() == Deployment.Status.PAUSED, deployment.id()
                    + " cannot be resumed", "it is not paused.");
            case Order.Cancel _ -> Optional.empty();
            case Order.Retry retry -> step(deployment, retry.step(), "retried", Status.FAILED, Status.HELD);
            case Order.Skip skip when skip.reason().isBlank() -> refused("Step " + skip.step() + " cannot be skipped",
                    "no reason was given.");
            case Order.Skip skip -> step(deployment, skip.step(), "skipped", Status.PLANNED, Status.FAILED, Status.HELD,
                    Status.WAITING);
            case Order.Answer answer -> step(deployment, answer.step(), "answered", Status.WAITING);
            case Order.Shift shift -> shift(shift, deployment);
        };
    }

    private static Optional<Failure> shift(Order.Shift shift, Deployment deployment) {
        Optional<StepState> state = deployment.step(shift.step()).filter(step -> step.step() instanceof Step.Canary);
        if (state.isEmpty() || !state.get().status().active()) {
            return refused("No canary of this component is running", "traffic is moved by hand only while its canary step runs.");
        }
        boolean raises = raises(shift, deployment);
        boolean stopped = state.get().status() == Status.HELD || deployment.status() == Deployment.Status.PAUSED;
        return unless(!raises || !stopped, "Traffic cannot be raised to " + shift.to(),
                deployment.status() == Deployment.Status.PAUSED ? "the run is paused." : "the canary is held: " + state.get()
                        .note());
    }

    /** Whether it would send more traffic to the canary than it was last told to get. */
    static boolean raises(Order.Shift shift, Deployment deployment) {
        return deployment.step(shift.step()).flatMap(state -> state.step().about())
                .filter(component -> shift.to().isAbove(deployment.component(component).desired())).isPresent();
    }

    private static Optional<Failure> step(Deployment deployment, String id, String done, Status... allowed) {
        Optional<StepState> state = deployment.step(id);
        if (state.isEmpty()) {
            return Optional.of(new Failure.Missing("There is no step " + id, deployment.id() + " has none of that number.",
                    "Look at the plan."));
        }
        return unless(java.util.Set.of(allowed).contains(state.get().status()), "Step " + id + " cannot be " + done,
                "it is " + word(state.get().status()) + ".");
    }

    private static Optional<Failure> unless(boolean fine, String what, String why) {
        return fine ? Optional.empty() : refused(what, why);
    }

    private static Optional<Failure> refused(String what, String why) {
        return Optional.of(new Failure.Rejected(what, why, "Look at the run again; it may have moved on."));
    }

    private static String word(Enum<?> status) {
        return status.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The event an order becomes; a shift becomes one only when the router was told. */
    static Optional<Event> event(Order order, Deployment deployment) {
        return switch (order) {
            case Order.Pause pause -> Optional.of(new Event.Paused(pause.reason()));
            case Order.Resume resume -> Optional.of(new Event.Resumed(resume.reason()));
            case Order.Cancel cancel -> Optional.of(cancelled(cancel, deployment));
            case Order.Retry retry -> Optional.of(new Event.StepRetried(retry.step()));
            case Order.Skip skip -> Optional.of(new Event.StepSkipped(skip.step(), skip.reason()));
            case Order.Answer answer -> Optional.of(
                    new Event.GateAnswered(answer.step(), answer.gate(), answer.approved(), answer.reason()));
            case Order.Shift _ -> Optional.empty();
        };
    }

    /** A run that is given up because something failed has failed; any other is cancelled. */
    private static Event cancelled(Order.Cancel cancel, Deployment deployment) {
        boolean failed = deployment.steps().values().stream().anyMatch(step -> step.status() == Status.FAILED);
        String regions = RegionsReached.words(deployment);
        String why = cancel.reason().isBlank() ? "Stopped by " + cancel.by().name() + "; nothing was undone." : cancel.reason();
        return new Event.DeploymentFinished(failed ? Event.Outcome.FAILED : Event.Outcome.CANCELLED, regions.isEmpty() ? why
                : (deployment.goesBack() ? "Rolled back in " : "Deployed in ") + regions + ". " + why);
    }
}
