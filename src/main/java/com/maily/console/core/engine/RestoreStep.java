package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings a component back. Traffic leaves the canary first, as far as the ready stable pods can carry it; then the stable track
 * goes back to its earlier revision the way its platform does it. Where both tracks run the same version, the stable one goes
 * back first, since traffic between them would heal nothing. Done only when version and weight were read back.
 */
final class RestoreStep {

    private final Step.Restore step;
    private final StepContext context;
    private final Component component;
    private final Deployer deployer;
    private final Sight sight;
    private final RestoreTarget target;
    private final Optional<CanaryTraffic> traffic;

    RestoreStep(Step.Restore step, StepContext context) {
        this.step = step;
        this.context = context;
        this.component = context.component(step.component());
        this.deployer = context.platforms().deployer(component);
        this.sight = new Sight(step, context);
        this.target = new RestoreTarget(step);
        this.traffic = component.routing().canSplit()
                ? Optional.of(new CanaryTraffic(step, component, context, sight)) : Optional.empty();
    }

    Advance advance() {
        return new Advance(sight.events(), calmly());
    }

    /** Somebody wrote at the same moment: the next look sees what came of it and goes on from there. */
    private Outcome calmly() {
        try {
            return look();
        } catch (FailureException problem) {
            if (problem.failure() instanceof Failure.Conflict conflict) {
                return waiting(conflict.what() + ": " + conflict.why());
            }
            throw problem;
        }
    }

    private static Outcome waiting(String note) {
        return new Outcome.Waiting(note, Advance.SOON);
    }

    private Outcome look() {
        traffic.ifPresent(CanaryTraffic::missRecovery);
        Optional<Weight> byHand = traffic.flatMap(now -> context.lowered(now.desired()));
        if (byHand.isPresent()) {
            return lower(traffic.orElseThrow(), byHand.get());
        }
        Optional<Outcome> rising = component.routing().movesItself() ? rising() : Optional.empty();
        if (rising.isPresent()) {
            return rising.get();
        }
        Undoing undoing = new Undoing(step, context, sight);
        Workload stable = deployer.observe(component, Track.STABLE);
        sight.sees(stable);
        Optional<Workload> canary = traffic.map(_ -> deployer.observe(component, Track.CANARY));
        canary.ifPresent(sight::sees);
        boolean sameOnBoth = canary.flatMap(Workload::artifact).filter(stable::runs).isPresent();
        if (!target.is(stable) && sameOnBoth && !scalesItself()) {
            return undoing.act();
        }
        Optional<WayDown> down = traffic.filter(now -> !now.desired().isZero())
                .map(now -> now.down(stable, canary.orElseThrow()));
        Optional<Outcome> lowered = down.flatMap(this::leave);
        return lowered.orElseGet(() -> target.is(stable) ? awakened(stable, canary)
                .or(() -> down.map(way -> waiting(way.awaited())))
                .or(() -> canary.flatMap(this::canaryGone)).orElseGet(() -> proven(stable)) : undoing.act());
    }

    private boolean scalesItself() {
        return traffic.filter(now -> now.routing().scalesItself()).isPresent();
    }

    /** Lowers the weight as far as the ready stable pods allow; empty when that is not at all now. */
    private Optional<Outcome> leave(WayDown down) {
        CanaryTraffic now = traffic.orElseThrow();
        if (now.toldJustNow()) {
            return Optional.of(waiting(now.unsettled()));
        }
        Weight next = down.towards(Weight.ZERO);
        return next.equals(now.desired()) ? Optional.empty() : Optional.of(lower(now, next));
    }

    private Outcome lower(CanaryTraffic now, Weight to) {
        now.set(to);
        return new Outcome.Waiting("traffic leaves the canary of " + component.name(), Duration.ofSeconds(1));
    }

    /** A stable track without a single pod wanted will never carry anything, and no autoscaler wakes it. */
    private Optional<Outcome> awakened(Workload stable, Optional<Workload> canary) {
        int units = canary.map(Workload::wanted).orElse(0);
        boolean asleep = !scalesItself() && stable.wanted() == 0 && units > 0 && !traffic.orElseThrow().desired().isZero();
        if (!asleep) {
            return Optional.empty();
        }
        String scaled = "scaled " + component.name() + " to " + units + ", as many as its canary has";
        sight.acted(scaled, deployer.scale(component, Track.STABLE, units));
        return Optional.of(waiting(scaled));
    }

    /**
     * An earlier version that comes up as a canary of its own is what is wanted: it goes all the way, without the steps between.
     */
    private Optional<Outcome> rising() {
        Workload canary = deployer.observe(component, Track.CANARY);
        if (canary.wanted() == 0 || !target.is(canary)) {
            return Optional.empty();
        }
        sight.sees(canary);
        Workload stable = deployer.observe(component, Track.STABLE);
        if (target.is(stable)) {
            return Optional.of(DeployStep.settled(component, step.artifact(), stable));
        }
        String told = "told " + component.name() + " to go back to " + step.artifact().version() + " without steps";
        sight.acted(told, deployer.deploy(component, Track.STABLE, step.artifact()));
        return Optional.of(waiting(told));
    }

    /** What still has to happen on the canary's side; its pods stay until no traffic reaches them. */
    private Optional<Outcome> canaryGone(Workload canary) {
        if (!traffic.orElseThrow().settledAtZero()) {
            return Optional.of(waiting(traffic.orElseThrow().unsettled()));
        }
        if (canary.wanted() == 0) {
            return Optional.empty();
        }
        String command = deployer.scale(component, Track.CANARY, 0);
        String scaled = "scaled the canary of " + component.name() + " to 0";
        sight.acted(scaled, command);
        return command.isEmpty() ? Optional.empty() : Optional.of(waiting(scaled));
    }

    private Outcome proven(Workload stable) {
        return switch (DeployStep.settled(component, step.artifact(), stable)) {
            case Outcome.Done done -> new Outcome.Done(done.proof() + (traffic.isPresent() ? " Canary weight 0 % read back."
                    : ""));
            case Outcome.Waiting waiting -> waiting;
            case Outcome.Failed failed -> failed;
            case Outcome.Ask ask -> ask;
            case Outcome.Held held -> held;
        };
    }
}
