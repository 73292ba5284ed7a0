package com.maily.console.core.engine;

import com.maily.console.core.journal.ComponentState;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.StepState.Asked;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Track;
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
        traffic.missRecovery();
        Optional<Weight> lower = context.lowered(traffic.desired());
        if (lower.isPresent()) {
            return lowerByHand(traffic, lower.get());
        }
        if (context.asked().filter(asked -> asked.move() == Move.ABORT).isPresent()) {
            return new Outcome.Held("Aborted by hand before it had traffic. Retry the step to start again, or roll back.");
        }
        if (context.handsOff()) {
            return watch(traffic);
        }
        if (traffic.intruder().isPresent() && !carriedOut(traffic)) {
            return new Outcome.Held(traffic.intruder().get());
        }
        ComponentState known = context.remembered(component.name());
        Optional<Verdict> failed = known.verdict().filter(verdict -> verdict.fails() && !context.state().note().isEmpty());
        CanaryFall fall = new CanaryFall(step, component, traffic, deployer, sight, context.analysis().onFail());
        return failed.isPresent() ? fall.after(failed.get(), known.desired()) : forward(traffic);
    }

    /**
     * A controller that was sent to 100 % makes the new version the stable one by itself, and then there is no canary any more.
     */
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
        if (component.routing().movesItself() && traffic.desired().isZero()) {
            Workload stable = observe(Track.STABLE);
            traffic.missAbort(stable.runs(step.artifact()), step.artifact().version());
        }
        if (!traffic.desired().isZero() && traffic.settled()) {
            bake(traffic).judge();
        }
        return new Outcome.Held(context.state().note());
    }

    private CanaryBake bake(CanaryTraffic traffic) {
        return new CanaryBake(step, context, sight, traffic.justShifted());
    }

    private Outcome forward(CanaryTraffic traffic) {
        Workload stable = observe(Track.STABLE);
        Workload canary = observe(Track.CANARY);
        if (stable.runs(step.artifact())) {
            return finish(traffic, stable, canary);
        }
        if (!canary.runs(step.artifact())) {
            return prepare(traffic, stable, canary);
        }
        return traffic.settled() ? climb(traffic, stable, canary) : waiting(traffic.unsettled());
    }

    private Workload observe(Track track) {
        Workload workload = deployer.observe(component, track);
        sight.sees(workload);
        return workload;
    }

    /** All traffic goes back, as far and as fast as the ready stable pods can carry it. */
    private Outcome leave(CanaryTraffic traffic, Workload stable, Workload canary, String why) {
        WayDown down = traffic.down(stable, canary);
        Weight next = down.towards(Weight.ZERO);
        if (next.equals(traffic.desired())) {
            return waiting(down.awaited());
        }
        traffic.set(next);
        return waiting(next.isZero() ? why : why + "; " + down.awaited());
    }

    /** The canary track must carry no traffic while what it runs is exchanged. */
    private Outcome prepare(CanaryTraffic traffic, Workload stable, Workload canary) {
        if (!traffic.desired().isZero()) {
            return leave(traffic, stable, canary, "traffic leaves the canary before it gets " + step.artifact().version());
        }
        if (!traffic.settledAtZero()) {
            return waiting(traffic.unsettled());
        }
        return acted("gave the canary of " + component.name() + " " + step.artifact().version(),
                deployer.deploy(component, Track.CANARY, step.artifact()));
    }

    private Outcome climb(CanaryTraffic traffic, Workload stable, Workload canary) {
        Weight current = traffic.desired();
        Optional<Weight> byHand = context.asked().filter(asked -> asked.move() == Move.SET).map(Asked::to);
        if (byHand.isPresent() && byHand.get().isAbove(current)) {
            return context.largestStep().exceededBy(current, byHand.get())
                    ? rise(traffic).refused(byHand.get(), context.largestStep().sentence(current, byHand.get()))
                    : rise(traffic).to(byHand.get(), stable, canary);
        }
        if (current.isZero() || current.isFull() || promoted()) {
            return next(traffic, stable, canary, Optional.empty());
        }
        CanaryBake bake = bake(traffic);
        Optional<Verdict> verdict = bake.judge();
        if (verdict.filter(Verdict::fails).isPresent()) {
            return new Outcome.Waiting(verdict.get().sentence(), Duration.ZERO);
        }
        if (!bake.over()) {
            return new Outcome.Waiting(current + " is baking until " + Words.clock(bake.until()), CanaryBake.LOOK);
        }
        Optional<String> undecided = verdict.flatMap(bake::undecided);
        return undecided.isPresent() ? new Outcome.Waiting(current + " is held: " + undecided.get(), CanaryBake.LOOK)
                : next(traffic, stable, canary, verdict);
    }

    private CanaryRise rise(CanaryTraffic traffic) {
        return new CanaryRise(step, component, traffic, deployer, sight);
    }

    /** Whether a person said to go on without waiting for the rest of the analysis. */
    private boolean promoted() {
        return context.asked().filter(asked -> asked.move() == Move.PROMOTE).isPresent();
    }

    /** @param verdict on the rung that was just baked, empty where none was asked for */
    private Outcome next(CanaryTraffic traffic, Workload stable, Workload canary, Optional<Verdict> verdict) {
        Weight current = traffic.desired();
        Optional<Weight> rung = Rungs.of(step.ladder(), traffic.reach()).above(current);
        Optional<Weight> queued = context.asked().filter(Asked::queued).map(Asked::to).filter(to -> to.isAbove(current));
        Optional<Weight> goal = queued.or(() -> rung);
        if (switches() && current.isZero() && !canary.done()) {
            return rise(traffic).coming(canary, 1);
        }
        CanaryGate gates = new CanaryGate(step, current, switches(), context.largestStep(), verdict);
        Optional<CanaryGate.Question> gate = promoted() ? gates.jump(goal) : gates.before(rung.orElse(Weight.FULL), goal);
        if (gate.filter(one -> !context.state().approved(one.id())).isPresent()) {
            return new Outcome.Ask(gate.get().id(), gate.get().text());
        }
        return goal.isPresent() ? rise(traffic).to(goal.get(), stable, canary) : promote();
    }

    /** Blue/green: nothing lies between nothing and everything, and a person says when. */
    private boolean switches() {
        return component.routing().movesItself() && step.ladder().equals(List.of(Weight.FULL));
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
            return leave(traffic, stable, canary, "traffic goes back to " + component.name() + ", which now runs "
                    + step.artifact().version());
        }
        String command = canary.wanted() == 0 ? "" : deployer.scale(component, Track.CANARY, 0);
        if (!command.isEmpty()) {
            return acted("scaled the canary of " + component.name() + " to 0", command);
        }
        return new Outcome.Done(done.proof() + " Canary weight 0 % read back.");
    }
}
