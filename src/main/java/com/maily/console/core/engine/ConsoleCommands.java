package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.StepRewriting.Rewrite;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Takes people's commands. {@link #start} and {@link #rollBack} write one journal entry before they return, and preview first
 * when nobody has within the last minute; call them where waiting is allowed. All others only hand over to the run's conductor.
 */
final class ConsoleCommands implements Commands {

    private static final int TRIES = 10;

    private final Previews services;
    private final FreshPreviews previews;
    private final Guards guards;
    private final Locks locks;
    private final LiveRuns runs;
    private volatile boolean onlyReads;

    ConsoleCommands(Previews services, Locks locks, Driver driver) {
        this.services = services;
        this.locks = locks;
        this.previews = new FreshPreviews(services);
        this.guards = new Guards(services.workspace(), services.time(), services.platforms());
        this.runs = new LiveRuns(services, locks, driver);
    }

    void onlyRead() {
        onlyReads = true;
    }

    /** Goes on with every run that is not over; with none when the journal could not take what comes of it. */
    void recover() {
        if (services.journal().refusal().isEmpty()) {
            runs.recover();
        }
    }

    @Override
    public Preview previewDeployment(Wanted wanted) {
        return previews.deployment(wanted);
    }

    @Override
    public Preview previewRollback(Undo undo) {
        return previews.rollback(undo);
    }

    @Override
    public Preview previewUndo(UndoTo undo) {
        return previews.undo(undo);
    }

    @Override
    public Answer confirm(String environment, String typed, Actor by) {
        return guards.confirm(environment, typed, by).<Answer>map(Answer.Refused::new).orElse(new Answer.Accepted(""));
    }

    @Override
    public Answer start(Wanted wanted, Actor by) {
        return guarded(() -> {
            guards.require(wanted.environment(), by);
            return sure(() -> begin(Obstacles.none(previews.freshDeployment(wanted)), wanted.reason(), by));
        });
    }

    @Override
    public Answer rollBack(Undo undo, Actor by) {
        return guarded(() -> {
            guards.require(undo.environment(), by);
            return sure(() -> begin(Obstacles.none(previews.freshRollback(undo)), undo.reason(), by));
        });
    }

    @Override
    public Answer undo(UndoTo undo, Actor by) {
        return guarded(() -> {
            guards.require(undo.environment(), by);
            return sure(() -> begin(Obstacles.none(previews.freshUndo(undo)), undo.reason(), by));
        });
    }

    private interface Doing {
        String run();
    }

    /** A running deployment moves while a plan against it is made; then it is made again. */
    private static String sure(Supplier<Optional<String>> beginning) {
        for (int i = 0; i < TRIES; i++) {
            Optional<String> begun = beginning.get();
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        throw new FailureException(new Failure.Conflict("The run moves faster than a plan against it can be made",
                "something was started each time.", "Pause the run, then try again."));
    }

    private Answer guarded(Doing doing) {
        if (onlyReads) {
            return new Answer.Refused(readsOnly());
        }
        try {
            return new Answer.Accepted(doing.run());
        } catch (FailureException problem) {
            return new Answer.Refused(problem.failure());
        }
    }

    private static Failure readsOnly() {
        return new Failure.Rejected("This console only reads", "its journal is open for reading.",
                "Give commands where it is open for writing.");
    }

    /**
     * The last look and the first entry happen as one, so that two people can't both be first. @return empty when the plan is
     * out of date
     */
    private synchronized Optional<String> begin(Preview preview, String reason, Actor by) {
        if (!previews.stillTrue(preview)) {
            return Optional.empty();
        }
        Plan plan = preview.plan().orElseThrow();
        History history = services.journal().history();
        boolean back = plan.intent() == Plan.Intent.BACK;
        Optional<Deployment> active = back ? history.active(plan.environment()) : Optional.empty();
        String id = DeploymentIds.next(plan.intent(), services.time().instant(), history);
        locks.join(id, plan);
        BooleanSupplier mayBegin = active.map(run -> runs.supersede(run, id, by)).orElse(() -> true);
        String undoes = back ? RollbackPlanner.undone(history, plan.environment()).map(Deployment::id).orElse("") : "";
        Release release = UndoPlanner.release(plan, services.workspace());
        services.journal().append(id, by, new Event.DeploymentStarted(plan, release, undoes, reason));
        runs.drive(id, mayBegin);
        return Optional.of(id);
    }

    @Override
    public Answer pause(String deployment, String reason, Actor by) {
        return tell(deployment, new Order.Pause(reason, by));
    }

    @Override
    public Answer resume(String deployment, String reason, Actor by) {
        return tell(deployment, new Order.Resume(reason, by));
    }

    @Override
    public Answer cancel(String deployment, String reason, Actor by) {
        return tell(deployment, new Order.Cancel(reason, by));
    }

    @Override
    public Answer retry(String deployment, String step, Actor by) {
        return tell(deployment, new Order.Retry(step, by));
    }

    @Override
    public Answer skip(String deployment, String step, String reason, Actor by) {
        return tell(deployment, new Order.Skip(step, reason, by));
    }

    @Override
    public Answer answer(String deployment, String step, boolean approved, String reason, Actor by) {
        String gate = run(deployment).flatMap(run -> run.step(step)).flatMap(StepState::gate).map(StepState.Gate::id).orElse("");
        return tell(deployment, new Order.Answer(step, gate, approved, reason, by));
    }

    @Override
    public Answer move(String deployment, Group group, Move move, Optional<Weight> to, String reason, Actor by) {
        return tell(deployment, new Order.Canaries(move, group.components(), to, reason, by));
    }

    @Override
    public Answer unqueue(String deployment, String component, Actor by) {
        return tell(deployment, new Order.Unqueue(component, by));
    }

    @Override
    public Rewrite previewSteps(String deployment, String component, Weight next) {
        return rewrites().preview(deployment, component, next);
    }

    @Override
    public Answer rewriteSteps(String deployment, String component, Rewrite shown, Actor by) {
        return guarded(() -> rewrites().rewrite(deployment, component, shown, by));
    }

    private StepRewrites rewrites() {
        return new StepRewrites(services.workspace(), services.journal(), locks);
    }

    @Override
    public Answer takeOverLock(String environment, String reason, Actor by) {
        return guarded(() -> new LockOrder(environment, reason, false, by).obey(locks, services.journal(), runs));
    }

    @Override
    public Answer breakLock(String environment, String reason, Actor by) {
        return guarded(() -> new LockOrder(environment, reason, true, by).obey(locks, services.journal(), runs));
    }

    private Optional<Deployment> run(String id) {
        return services.journal().history().deployment(id);
    }

    private Answer tell(String deployment, Order order) {
        Optional<Deployment> run = run(deployment);
        if (run.isEmpty()) {
            return new Answer.Refused(new Failure.Missing("There is no run " + deployment, "the journal has none of that name.",
                    "Look at the journal."));
        }
        LargestStep largest = LargestStep.in(services.workspace(), run.get().plan().environment());
        Optional<Failure> refusal = Orders.refusal(order, run.get(), largest)
                .or(() -> LockChecks.refusal(order, run.get(), locks))
                .or(() -> guards.refusal(order, run.get()));
        Optional<Conductor> conductor = runs.conductor(deployment);
        if (refusal.isPresent() || conductor.isEmpty()) {
            return new Answer.Refused(refusal.orElse(readsOnly()));
        }
        conductor.get().tell(order);
        return new Answer.Accepted(deployment);
    }
}
