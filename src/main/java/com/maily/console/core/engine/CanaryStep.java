package com.maily.console.core.engine;

import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.TrafficRouter.Reach;
import com.maily.console.core.port.Workload;
import com.maily.console.core.sla.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Walks a canary up its ladder. The order matters: pods are ready before traffic is sent to them, each weight is read back
 * before its bake counts, and the new version is the stable one before traffic leaves the canary. A failed verdict is
 * journalled first and acted on in the next look, so that a crash in between cannot forget it.
 */
final class CanaryStep {

    private final Step.Canary step;
    private final StepContext context;
    private final Component component;
    private final Deployer deployer;
    private final Sight sight;

    CanaryStep(Step.Canary step, StepContext context) {
        this.step = step;
        this.context = context;
        this.component = context.component(step.component());
        this.deployer = context.platforms().deployer(component);
        this.sight = new Sight(step, context);
    }

    Advance advance() {
        CanaryTraffic traffic = new CanaryTraffic(step, component, context, sight);
        try {
            return end(look(traffic));
        } catch (FailureException problem) {
            if (problem.failure() instanceof Failure.Conflict conflict) {
                return end(new Outcome.Held(conflict.sentence()));
            }
            throw problem;
        }
    }

    private Advance end(Outcome outcome) {
        return new Advance(sight.events(), outcome);
    }

    private static Outcome waiting(String note) {
        return new Outcome.Waiting(note, Advance.SOON);
    }

    /** What was just done is also what is waited for, so it is said once. */
    private Outcome acted(String what, String command) {
        sight.acted(what, command);
        return waiting(what);
    }

    private Outcome look(CanaryTraffic traffic) {
        Optional<Weight> lower = context.asked().filter(weight -> traffic.desired().isAbove(weight));
        if (lower.isPresent()) {
            return lowerByHand(traffic, lower.get());
        }
        if (context.handsOff()) {
            return watch(traffic);
        }
        if (traffic.intruder().isPresent() && !carriedOut(traffic)) {
            return new Outcome.Held(traffic.intruder().get());
        }
        Optional<Verdict> failed = context.remembered(component.name()).verdict()
                .filter(verdict -> verdict.word() == Verdict.Word.FAIL && !context.state().note().isEmpty());
        return failed.isPresent() ? fallBack(traffic, failed.get()) : forward(traffic);
    }

    /** A controller that was sent to 100 % makes the new version the stable one by itself, and then there is no canary any more. */
    private boolean carriedOut(CanaryTraffic traffic) {
        return component.routing().movesItself() && traffic.desired().isZero()
                && deployer.observe(component, Track.STABLE).runs(step.artifact());
    }

    private Outcome lowerByHand(CanaryTraffic traffic, Weight to) {
        traffic.set(to);
        return new Outcome.Held(context.state().status() == StepState.Status.HELD ? context.state().note()
                : "Traffic was lowered to " + to + " by hand. Retry the step to go on from there, or roll back.");
    }

    /** Held or paused: keeps telling the truth and changes nothing. */
    private Outcome watch(CanaryTraffic traffic) {
        if (!traffic.desired().isZero() && traffic.settled()) {
            bake(traffic).judge();
        }
        return new Outcome.Held(context.state().note());
    }

    private CanaryBake bake(CanaryTraffic traffic) {
        return new CanaryBake(step, context, sight, traffic.justShifted());
    }

    /** Back to the rung that has passed, and stop: people decide what comes next. */
    private Outcome fallBack(CanaryTraffic traffic, Verdict verdict) {
        Weight target = lastGood(traffic);
        try {
            if (traffic.desired().isAbove(target)) {
                traffic.set(target);
            }
            return new Outcome.Held(verdict.sentence() + " Traffic is back at " + target + ".");
        } catch (FailureException problem) {
            if (problem.failure().retryable()) {
                throw problem;
            }
            return new Outcome.Held(verdict.sentence() + " Traffic could not be lowered: " + problem.failure().why()
                    + " Roll back.");
        }
    }

    /** A rolling release only goes forward; the one way down is to abort it. */
    private Weight lastGood(CanaryTraffic traffic) {
        return component.routing().kind().equals(Routing.ROLLING_RELEASE) ? Weight.ZERO
                : Rungs.of(step.ladder(), traffic.reach()).below(context.remembered(component.name()).desired());
    }

    private Outcome forward(CanaryTraffic traffic) {
        Workload stable = deployer.observe(component, Track.STABLE);
        sight.sees(stable);
        Workload canary = deployer.observe(component, Track.CANARY);
        sight.sees(canary);
        if (stable.runs(step.artifact())) {
            return finish(traffic, stable, canary);
        }
        if (!canary.runs(step.artifact())) {
            return prepare(traffic);
        }
        return traffic.settled() ? climb(traffic, stable, canary) : waiting(traffic.unsettled());
    }

    /** The canary track must carry no traffic while what it runs is exchanged. */
    private Outcome prepare(CanaryTraffic traffic) {
        if (!traffic.desired().isZero()) {
            traffic.set(Weight.ZERO);
            return waiting("traffic leaves the canary before it gets " + step.artifact().version());
        }
        if (!traffic.settledAtZero()) {
            return waiting(traffic.unsettled());
        }
        return acted("gave the canary of " + component.name() + " " + step.artifact().version(),
                deployer.deploy(component, Track.CANARY, step.artifact()));
    }

    private Outcome climb(CanaryTraffic traffic, Workload stable, Workload canary) {
        Weight current = traffic.desired();
        if (context.asked().isPresent() && context.asked().get().isAbove(current)) {
            return raise(traffic, context.asked().get(), stable, canary);
        }
        if (current.isZero() || current.isFull()) {
            return next(traffic, stable, canary);
        }
        CanaryBake bake = bake(traffic);
        Optional<Verdict> verdict = bake.judge();
        if (verdict.filter(one -> one.word() == Verdict.Word.FAIL).isPresent()) {
            return new Outcome.Waiting(verdict.get().sentence(), Duration.ZERO);
        }
        if (!bake.over()) {
            return new Outcome.Waiting(current + " is baking until " + Words.clock(bake.until()), CanaryBake.LOOK);
        }
        Optional<String> undecided = verdict.flatMap(bake::undecided);
        return undecided.isPresent() ? new Outcome.Waiting(current + " is held: " + undecided.get(), CanaryBake.LOOK)
                : next(traffic, stable, canary);
    }

    private Outcome next(CanaryTraffic traffic, Workload stable, Workload canary) {
        Optional<Weight> rung = Rungs.of(step.ladder(), traffic.reach()).above(traffic.desired());
        Weight goal = rung.orElse(Weight.FULL);
        if (switches() && traffic.desired().isZero() && !canary.done()) {
            return coming(canary, 1);
        }
        Optional<String> gate = gate(traffic.desired(), goal).filter(name -> !context.state().approved(name));
        if (gate.isPresent()) {
            return new Outcome.Ask(gate.get(), component.name() + " holds its objectives at " + traffic.desired() + ". Go on to "
                    + goal + "?");
        }
        return rung.isPresent() ? raise(traffic, rung.get(), stable, canary) : promote();
    }

    /** Each gate is asked once: one per rung, or one above the limit. */
    private Optional<String> gate(Weight current, Weight goal) {
        if (switches() && current.isZero()) {
            return Optional.of("switch");
        }
        if (step.approval() && !current.isZero() && !current.isFull()) {
            return Optional.of("to-" + goal.basisPoints() / 100.0);
        }
        return goal.isAbove(step.limit()) && !current.isFull() ? Optional.of("above-limit") : Optional.empty();
    }

    /** Blue/green: nothing lies between nothing and everything, and a person says when. */
    private boolean switches() {
        return component.routing().movesItself() && step.ladder().equals(List.of(Weight.FULL));
    }

    private Outcome raise(CanaryTraffic traffic, Weight to, Workload stable, Workload canary) {
        return switch (traffic.reach()) {
            case Reach.Only only when !only.weights().contains(to) -> {
                sight.add(new Event.StepNoted(step.id(), to + " cannot be set: " + only.why()));
                yield waiting(to + " cannot be set: " + only.why());
            }
            case Reach.Only _ when traffic.routing().scalesItself() -> canary.done() ? send(traffic, to) : coming(canary, 1);
            case Reach.AnyPercent _, Reach.Only _ -> {
                int units = Math.max(1, (int) Math.ceil(stable.wanted() * to.percent() / 100));
                if (canary.wanted() < units) {
                    yield grow(units);
                }
                yield canary.ready() >= units ? send(traffic, to) : coming(canary, units);
            }
        };
    }

    private Outcome send(CanaryTraffic traffic, Weight to) {
        traffic.set(to);
        return waiting(to + " of the traffic is on its way to " + step.artifact().version());
    }

    private Outcome grow(int units) {
        return acted("scaled the canary of " + component.name() + " to " + units, deployer.scale(component, Track.CANARY, units));
    }

    private Outcome coming(Workload canary, int units) {
        return switch (canary.rollout()) {
            case Workload.Rollout.Broken broken ->
                    new Outcome.Failed(DeployStep.broken(component, step.artifact(), broken.message()));
            case Workload.Rollout.Done _, Workload.Rollout.Waiting _ ->
                    waiting(units > 1 ? "the canary of " + component.name() + " has " + canary.ready() + " of " + units + " ready"
                            : "the canary of " + component.name() + " comes up");
        };
    }

    private Outcome promote() {
        return acted("told " + component.name() + " to run " + step.artifact().version(),
                deployer.deploy(component, Track.STABLE, step.artifact()));
    }

    private Outcome finish(CanaryTraffic traffic, Workload stable, Workload canary) {
        Outcome rolled = DeployStep.settled(component, step.artifact(), stable);
        if (!(rolled instanceof Outcome.Done done)) {
            return rolled;
        }
        if (!traffic.settled()) {
            return waiting(traffic.unsettled());
        }
        if (!traffic.desired().isZero()) {
            traffic.set(traffic.gently());
            return waiting("traffic goes back to " + component.name() + ", which now runs " + step.artifact().version());
        }
        String command = canary.wanted() == 0 ? "" : deployer.scale(component, Track.CANARY, 0);
        if (!command.isEmpty()) {
            return acted("scaled the canary of " + component.name() + " to 0", command);
        }
        return new Outcome.Done(done.proof() + " Canary weight 0 % read back.");
    }
}
