package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings a component back. Traffic leaves the canary first and waits for nothing; then the stable track goes back to its
 * earlier revision the way its platform does it; done only when version and weight were read back.
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
        Optional<Outcome> rising = component.routing().movesItself() ? rising() : Optional.empty();
        if (rising.isPresent()) {
            return rising.get();
        }
        if (traffic.isPresent() && !traffic.get().desired().isZero()) {
            traffic.get().set(down(traffic.get()));
            return new Outcome.Waiting("traffic leaves the canary of " + component.name(), Duration.ofSeconds(1));
        }
        Undoing undoing = new Undoing(step, context, sight);
        Workload stable = deployer.observe(component, Track.STABLE);
        sight.sees(stable);
        if (!target.is(stable)) {
            return undoing.act();
        }
        return canaryGone().orElseGet(() -> proven(stable));
    }

    /** An earlier version that comes up as a canary of its own is what is wanted: it goes all the way, without the steps between. */
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

    /** At once, unless pods are the weight and the stable track has none ready to take the traffic. */
    private Weight down(CanaryTraffic now) {
        boolean podsAreWeight = component.routing().kind().equals(Routing.REPLICA_RATIO);
        return podsAreWeight && deployer.observe(component, Track.STABLE).ready() == 0 ? now.gently() : Weight.ZERO;
    }

    /** What still has to happen on the canary's side; its pods stay until no traffic reaches them. */
    private Optional<Outcome> canaryGone() {
        if (traffic.isEmpty()) {
            return Optional.empty();
        }
        if (!traffic.get().settledAtZero()) {
            return Optional.of(waiting(traffic.get().unsettled()));
        }
        Workload canary = deployer.observe(component, Track.CANARY);
        sight.sees(canary);
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
