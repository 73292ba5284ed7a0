package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Failure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an order makes sense for a deployment as it is, and the event it becomes. Pure; asked when given and when carried
 * out.
 */
final class Orders {

    private Orders() { }

    /** Why the order is refused, empty when it is not. */
    static Optional<Failure> refusal(Order order, Deployment deployment, LargestStep largest) {
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
            case Order.Canaries canaries -> canaries(canaries, deployment, largest);
            case Order.Unqueue unqueue -> unless(queued(unqueue, deployment).isPresent(), "Nothing is queued for "
                    + unqueue.component(),
                    "it was sent or dropped meanwhile.");
        };
    }

    /** All or nothing: one that cannot be moved stops the whole action, and all of them are named. */
    private static Optional<Failure> canaries(Order.Canaries order, Deployment deployment, LargestStep largest) {
        List<String> obstacles = order.components().stream()
                .flatMap(component -> move(order, component, largest).obstacle(deployment)
                .map(why -> component + ": " + why).stream()).toList();
        if (obstacles.isEmpty()) {
            return Optional.empty();
        }
        String what = order.components().size() == 1
                ? order.components().getFirst() + " cannot be " + order.move().done() + order.to()
                .map(to -> " to " + to).orElse("")
                : Words.list(order.components()) + " cannot be " + order.move().done() + " together, so nothing was sent";
        String why = String.join("; ", obstacles) + ".";
        return refused(what, order.components().size() == 1 ? why.substring(order.components().getFirst().length() + 2) : why);
    }

    private static CanaryMove move(Order.Canaries order, String component, LargestStep largest) {
        return new CanaryMove(order.move(), component, order.to(), largest);
    }

    private static Optional<Event> queued(Order.Unqueue order, Deployment deployment) {
        return deployment.steps().values().stream().filter(step -> step.step().about().equals(Optional.of(order.component())))
                .flatMap(step -> step.asked().filter(StepState.Asked::queued).stream()
                        .map(asked -> new Event.WeightDropped(step.step().id(), order.component(), asked.to(), "taken back by "
                                + order.by().name())))
                .map(Event.class::cast).findFirst();
    }

    /** Whether it would send more traffic to a canary than it was last told to get, or lets one go on to more. */
    static boolean raises(Order.Canaries order, Deployment deployment) {
        return switch (order.move()) {
            case SET, QUEUE -> order.components().stream()
                    .anyMatch(component -> order.to().orElseThrow().isAbove(deployment.component(component).desired()));
            case PROMOTE, RESUME -> true;
            case PAUSE, ABORT -> false;
        };
    }

    private static Optional<Failure> step(Deployment deployment, String id, String done, Status... allowed) {
        Optional<StepState> state = deployment.step(id);
        if (state.isEmpty()) {
            return Optional.of(new Failure.Missing("There is no step " + id, deployment.id() + " has none of that number.",
                    "Look at the plan."));
        }
        return unless(Set.of(allowed).contains(state.get().status()), "Step " + id + " cannot be " + done,
                "it is " + word(state.get().status()) + ".");
    }

    private static Optional<Failure> unless(boolean fine, String what, String why) {
        return fine ? Optional.empty() : refused(what, why);
    }

    private static Optional<Failure> refused(String what, String why) {
        return Optional.of(new Failure.Rejected(what, why, "Look at the run again; it may have moved on."));
    }

    private static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** The event an order becomes; routers are told by the steps that find it in the journal. */
    static Optional<Event> event(Order order, Deployment deployment, LargestStep largest) {
        return switch (order) {
            case Order.Pause pause -> Optional.of(new Event.Paused(pause.reason()));
            case Order.Resume resume -> Optional.of(new Event.Resumed(resume.reason()));
            case Order.Cancel cancel -> Optional.of(cancelled(cancel, deployment));
            case Order.Retry retry -> Optional.of(new Event.StepRetried(retry.step()));
            case Order.Skip skip -> Optional.of(new Event.StepSkipped(skip.step(), skip.reason()));
            case Order.Answer answer -> Optional.of(
                    new Event.GateAnswered(answer.step(), answer.gate(), answer.approved(), answer.reason()));
            case Order.Canaries canaries -> Optional.of(new Event.CanaryAsked(canaries.move(), canaries.components().stream()
                    .map(component -> move(canaries, component, largest).part(deployment)).toList(), canaries.reason()));
            case Order.Unqueue unqueue -> queued(unqueue, deployment);
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
