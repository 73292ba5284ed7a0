package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Carries one deployment to its end, turn by turn. A turn belongs to the one thread of its driver; only it appends. Looks at
 * steps run on the given executor, at most one per step. Nothing that matters is kept here: a new conductor on the same journal
 * goes on.
 */
final class Conductor {

    private final String id;
    private final Workspace workspace;
    private final Chronicle chronicle;
    private final Time time;
    private final Locks locks;
    private final Custody custody;
    private final Looks looks;
    private final BooleanSupplier mayBegin;
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final Patience patience;
    /** Whether all its locks were ours when it last looked; each write asks again. */
    private boolean mayWrite = true;
    private volatile Runnable wake = () -> { };

    /** @param mayBegin false while something this run must wait for (the run it supersedes) is still under way */
    Conductor(String id, Workspace workspace, Journal journal, Time time, Locks locks, Executor looks, BooleanSupplier mayBegin) {
        this.id = id;
        this.workspace = workspace;
        this.chronicle = new Chronicle(id, journal);
        this.time = time;
        this.locks = locks;
        this.custody = new Custody(chronicle, locks, time, looks, () -> wake.run());
        this.looks = new Looks(looks, () -> wake.run());
        this.mayBegin = mayBegin;
        this.patience = new Patience(time.instant());
    }

    String id() {
        return id;
    }

    /** Who is called when something arrives that a turn should look at. */
    void wakes(Runnable driver) {
        wake = driver;
    }

    /** Thread-safe. */
    void tell(Order order) {
        orders.add(order);
        wake.run();
    }

    /** Whether no look is on its way to a platform. Thread-safe. */
    boolean idle() {
        return looks.underWay() == 0;
    }

    /** After a start: what was running is uncertain until it has been looked at. Gates and holds stay. */
    synchronized void recover() {
        state().steps().values().stream().filter(step -> step.status() == StepState.Status.RUNNING)
                .forEach(step -> chronicle.append(Actor.SYSTEM, new Event.StepBecameUncertain(step.step().id())));
    }

    synchronized Turn turn() {
        if (!mayBegin.getAsBoolean()) {
            return new Turn(false, Optional.of(time.instant().plusMillis((long) (200 * time.rate()))));
        }
        boolean moved;
        do {
            moved = drain();
            moved |= obey();
            moved |= keepLocks();
            moved |= begin();
            look();
        } while (moved || looks.anyBack());
        boolean over = state().over() && looks.allRead() && custody.over();
        Stream<Instant> due = mayWrite ? looks.due() : Stream.empty();
        return new Turn(over, Stream.concat(due, custody.wake().stream()).min(Instant::compareTo));
    }

    private boolean keepLocks() {
        boolean before = custody.mayWrite();
        boolean moved = custody.turn(looks.allRead());
        mayWrite = custody.mayWrite();
        if (mayWrite && !before) {
            patience.renewAll(time.instant()); // No step is to blame for the time its run had no lock.
        }
        return moved;
    }

    /** Does what a person wants done to a lock of this run between two of its turns. Blocks. */
    synchronized void withLock(Actor by, Supplier<Event> doing) {
        chronicle.append(by, doing.get());
        wake.run();
    }

    private Deployment state() {
        return chronicle.state();
    }

    private boolean obey() {
        boolean moved = false;
        for (Order order = orders.peek(); order != null; order = orders.peek()) {
            Deployment deployment = state();
            LargestStep largest = LargestStep.in(workspace, deployment.plan().environment());
            if (Orders.refusal(order, deployment, largest).isEmpty()) {
                Actor by = order.by();
                Orders.event(order, deployment, largest).ifPresent(event -> chronicle.append(by, event));
                remember(order);
                moved = true;
            }
            orders.remove(); // only now, so that a journal that fails loses no order
        }
        return moved;
    }

    private void remember(Order order) {
        switch (order) {
            case Order.Canaries canaries -> canaries.components().stream().map(this::stepOf).forEach(step -> {
                patience.renew(step, time.instant());
                looks.atOnce(step);
            });
            case Order.Unqueue unqueue -> looks.atOnce(stepOf(unqueue.component()));
            case Order.Resume _ -> {
                custody.askAtOnce();
                patience.renewAll(time.instant());
                looks.allAtOnce();
            }
            case Order.Answer answer -> patience.renew(answer.step(), time.instant());
            case Order.Retry retry -> looks.atOnce(retry.step());
            case Order.Skip skip -> looks.atOnce(skip.step());
            case Order.Pause _, Order.Cancel _ -> looks.allAtOnce();
        }
    }

    private String stepOf(String component) {
        return state().steps().values().stream().filter(step -> step.status().active()
                && step.step().about().equals(Optional.of(component))).map(step -> step.step().id()).findFirst().orElse("");
    }

    private boolean begin() {
        Ready ready = Ready.of(state());
        Optional<Event.DeploymentFinished> finish = ready.finish().filter(_ -> custody.over());
        finish.ifPresent(event -> chronicle.append(Actor.SYSTEM, event));
        List<StepState> starting = mayWrite ? ready.start() : List.of();
        for (StepState step : starting) {
            chronicle.append(Actor.SYSTEM, new Event.StepStarted(step.step().id(), step.attempt() + 1));
            patience.renew(step.step().id(), time.instant());
        }
        return !starting.isEmpty() || finish.isPresent();
    }

    private void look() {
        if (!mayWrite) {
            return;
        }
        Deployment deployment = state();
        Instant now = time.instant();
        boolean paused = deployment.status() == Deployment.Status.PAUSED;
        List<StepState> ready = Ready.of(deployment).look();
        looks.forget(step -> !deployment.step(step).orElseThrow().status().active());
        for (StepState step : deployment.steps().values()) {
            boolean wanted = ready.contains(step) || Ready.lowers(step, deployment);
            if (wanted && looks.free(step.step().id(), now)) {
                looks.send(step, () -> new StepContext(deployment, step, seenBy(step.step(), deployment),
                        locks.guarded(step.step().environment()), now, paused || step.status() == StepState.Status.HELD));
            }
        }
    }

    /** As the step's environment has it, without the regions the run leaves out. */
    private Workspace seenBy(Step step, Deployment deployment) {
        return workspace.in(step.environment(), deployment.plan().leftOut(step.environment()));
    }

    private boolean drain() {
        boolean moved = false;
        for (Optional<Looked> one = looks.read(); one.isPresent(); one = looks.read()) {
            record(one.get());
            moved = true;
        }
        return moved;
    }

    /** A look that was overtaken (the run ended, the step was skipped) still tells what it did. */
    private void record(Looked one) {
        StepState step = state().step(one.step()).orElseThrow();
        boolean current = !state().over() && step.attempt() == one.attempt() && step.status().active()
                && (step.status() != StepState.Status.WAITING || one.asked().isPresent());
        for (Event event : one.advance().events()) {
            if (current || Looked.tellsOfWrite(event)) {
                chronicle.append(one.actor(event), event);
            }
        }
        if (current) {
            chronicle.dropAsked(one.step(), one.advance().outcome());
            chronicle.conclude(one.step(), one.advance().outcome(), one.acted(), patience, time.instant())
                    .ifPresent(at -> looks.later(one.step(), at));
        }
        Optional<StepState.Asked> asked = state().step(one.step()).orElseThrow().asked();
        if (asked.isPresent() && !asked.equals(one.asked())) {
            looks.atOnce(one.step()); // what a person asked for meanwhile does not wait for the next look
        }
    }

    /** Ends the run from outside, for a rollback that takes over; what is under way still reports. */
    synchronized void supersede(Actor by, String summary) {
        chronicle.append(by, new Event.DeploymentFinished(Event.Outcome.SUPERSEDED, summary));
        wake.run();
    }

    /** Waits for what is under way and journals what it did; for the console's end. */
    void leave(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (!idle() && System.nanoTime() < until) {
            Thread.sleep(5);
        }
        synchronized (this) {
            drain();
            if (state().over()) {
                custody.leaveNow();
            }
        }
    }
}
