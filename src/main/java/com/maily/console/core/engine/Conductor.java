package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Carries one deployment to its end, turn by turn. A turn belongs to the one thread of its driver; only it appends. Looks at steps run
 * on the given executor, at most one per step. Nothing that matters is kept here: a new conductor on the same journal goes on.
 */
final class Conductor {

    private record Seen(String step, int attempt, boolean byHand, Advance advance) { }

    private final String id;
    private final Workspace workspace;
    private final Journal journal;
    private final Time time;
    private final Function<String, Platforms> platforms;
    private final Executor looks;
    private final BooleanSupplier mayBegin;
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<String, Boolean> busy = new HashMap<>();
    private final Map<String, Order.Shift> shifts = new HashMap<>();
    private final Patience patience;
    private volatile Runnable wake = () -> { };

    /** @param mayBegin false while something this run must wait for (the run it supersedes) is still under way */
    Conductor(String id, Workspace workspace, Journal journal, Time time, Function<String, Platforms> platforms, Executor looks,
              BooleanSupplier mayBegin) {
        this.id = id;
        this.workspace = workspace;
        this.journal = journal;
        this.time = time;
        this.platforms = platforms;
        this.looks = looks;
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
        return underWay.get() == 0;
    }

    /** After a start: what was running when the console stopped is uncertain until it has been looked at. Gates and holds stay. */
    void recover() {
        state().steps().values().stream().filter(step -> step.status() == StepState.Status.RUNNING)
                .forEach(step -> append(Actor.SYSTEM, new Event.StepBecameUncertain(step.step().id())));
    }

    Turn turn() {
        if (!mayBegin.getAsBoolean()) {
            return new Turn(false, Optional.of(time.instant().plusMillis((long) (200 * time.rate()))));
        }
        boolean moved;
        do {
            moved = drain();
            moved |= obey();
            moved |= begin();
            look();
        } while (moved || !seen.isEmpty());
        return new Turn(state().over() && idle(), due.values().stream().min(Instant::compareTo));
    }

    private Deployment state() {
        return journal.history().deployment(id).orElseThrow(() -> new IllegalStateException("The journal has no deployment " + id));
    }

    private void append(Actor actor, Event event) {
        journal.append(id, actor, event);
    }

    private boolean obey() {
        boolean moved = false;
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            Deployment deployment = state();
            if (Orders.refusal(order, deployment).isEmpty()) {
                Actor by = order.by();
                Orders.event(order, deployment).ifPresent(event -> append(by, event));
                remember(order);
                moved = true;
            }
        }
        return moved;
    }

    private void remember(Order order) {
        switch (order) {
            case Order.Shift shift -> {
                shifts.put(shift.step(), shift);
                due.put(shift.step(), time.instant());
            }
            case Order.Resume _ -> {
                patience.renewAll(time.instant());
                due.clear();
            }
            case Order.Answer answer -> patience.renew(answer.step(), time.instant());
            case Order.Retry retry -> shifts.remove(retry.step());
            case Order.Skip skip -> due.remove(skip.step());
            case Order.Pause _, Order.Cancel _ -> due.clear();
        }
    }

    private boolean begin() {
        Ready ready = Ready.of(state());
        ready.finish().ifPresent(event -> append(Actor.SYSTEM, event));
        for (StepState step : ready.start()) {
            append(Actor.SYSTEM, new Event.StepStarted(step.step().id(), step.attempt() + 1));
            patience.renew(step.step().id(), time.instant());
        }
        return !ready.start().isEmpty() || ready.finish().isPresent();
    }

    private void look() {
        Deployment deployment = state();
        Instant now = time.instant();
        boolean paused = deployment.status() == Deployment.Status.PAUSED;
        due.keySet().removeIf(step -> !deployment.step(step).orElseThrow().status().active());
        for (StepState step : deployment.steps().values()) {
            String name = step.step().id();
            boolean wanted = Ready.of(deployment).look().contains(step) || paused && shifts.containsKey(name);
            if (wanted && !busy.containsKey(name) && !due.getOrDefault(name, now).isAfter(now)) {
                due.remove(name);
                send(deployment, step, now, paused);
            }
        }
    }

    private void send(Deployment deployment, StepState state, Instant now, boolean paused) {
        Step step = state.step();
        Optional<Weight> asked = Optional.ofNullable(shifts.get(step.id())).map(Order.Shift::to);
        busy.put(step.id(), true);
        underWay.incrementAndGet();
        looks.execute(() -> {
            Advance advance = Looking.at(step, () -> new StepContext(deployment, state, workspace, platforms.apply(step.environment()),
                    now, asked, paused || state.status() == StepState.Status.HELD));
            seen.add(new Seen(step.id(), state.attempt(), asked.isPresent(), advance));
            underWay.decrementAndGet();
            wake.run();
        });
    }

    private boolean drain() {
        boolean moved = false;
        for (Seen one = seen.poll(); one != null; one = seen.poll()) {
            busy.remove(one.step());
            record(one);
            moved = true;
        }
        return moved;
    }

    /** A look that was overtaken (the run ended, the step was skipped) still tells what it did. */
    private void record(Seen one) {
        StepState step = state().step(one.step()).orElseThrow();
        boolean current = !state().over() && step.attempt() == one.attempt() && step.status().active()
                && step.status() != StepState.Status.WAITING;
        Actor actor = actor(one);
        for (Event event : one.advance().events()) {
            if (current || event instanceof Event.StepActed || event instanceof Event.WeightShifted) {
                append(event instanceof Event.WeightShifted ? actor : Actor.SYSTEM, event);
            }
        }
        boolean answered = one.advance().events().stream()
                .anyMatch(event -> event instanceof Event.WeightShifted || event instanceof Event.StepNoted);
        if (one.byHand() && (answered || !current)) {
            shifts.remove(one.step());
        }
        if (current) {
            conclude(state().step(one.step()).orElseThrow(), one.advance().outcome());
        }
    }

    private Actor actor(Seen one) {
        Order.Shift shift = shifts.get(one.step());
        return one.byHand() && shift != null ? shift.by() : Actor.SYSTEM;
    }

    private void conclude(StepState state, Outcome outcome) {
        String step = state.step().id();
        switch (outcome) {
            case Outcome.Done done -> append(Actor.SYSTEM, new Event.StepSucceeded(step, done.proof()));
            case Outcome.Failed failed -> append(Actor.SYSTEM, new Event.StepFailed(step, failed.failure()));
            case Outcome.Ask ask -> append(Actor.SYSTEM, new Event.GateOpened(step, ask.gate(), ask.question()));
            case Outcome.Held held -> hold(state, held);
            case Outcome.Waiting waiting -> await(state, waiting);
        }
    }

    private void hold(StepState state, Outcome.Held held) {
        String step = state.step().id();
        boolean paused = state().status() == Deployment.Status.PAUSED;
        if (state.status() != StepState.Status.HELD && !(paused && held.why().equals(state.note()))) {
            append(Actor.SYSTEM, new Event.StepHeld(step, held.why()));
        }
        due.put(step, time.instant().plus(CanaryBake.LOOK));
    }

    private void await(StepState state, Outcome.Waiting waiting) {
        Step step = state.step();
        Instant now = time.instant();
        if (state.status() == StepState.Status.HELD) {
            due.put(step.id(), now.plus(CanaryBake.LOOK));
            return;
        }
        if (state.status() == StepState.Status.UNCERTAIN || !waiting.note().equals(state.note())) {
            append(Actor.SYSTEM, new Event.StepNoted(step.id(), waiting.note()));
        }
        if (patience.isOver(state, now)) {
            append(Actor.SYSTEM, new Event.StepFailed(step.id(), new Failure.TimedOut(
                    step.title() + " was not done within " + Words.of(step.timeout()), waiting.note() + ".",
                    "Look at what it waits for, then retry, skip with a reason, or roll back.")));
            return;
        }
        due.put(step.id(), now.plus(waiting.recheckAfter()));
    }

    /** Ends the run from outside, for a rollback that takes over; what is under way still reports. */
    void supersede(Actor by, String summary) {
        append(by, new Event.DeploymentFinished(Event.Outcome.SUPERSEDED, summary));
        wake.run();
    }
}
