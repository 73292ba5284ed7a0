package com.maily.console.core.journal;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Step;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One run of a plan, forward or back, folded from its events. Everything the conductor decides and the screens show of a run is
 * read from here. A pure value: the same entries always give the same deployment.
 *
 * @param trouble since when something is wrong with it, empty while nothing is
 * @param locks   the environments whose lock was taken for it, each with what the lock called the console that took it; empty
 *                text where the run stands still because somebody else has it
 * @param told    what other tools know of it
 */
public record Deployment(String id, Plan plan, Release release, String undoes, String reason, Actor startedBy, Instant startedAt,
                         Optional<Instant> endedAt, Status status, String statusReason, Map<String, StepState> steps,
                         Map<String, ComponentState> components, Optional<Trouble> trouble, Map<String, String> locks,
                         Told told, long lastSequence) {

    public enum Status {
        RUNNING, PAUSED, SUCCEEDED, FAILED, CANCELLED, SUPERSEDED;

        public boolean over() {
            return this != RUNNING && this != PAUSED;
        }
    }

    public Deployment {
        steps = Slots.of(steps);
        locks = Map.copyOf(locks);
    }

    static Deployment started(Entry entry, Event.DeploymentStarted event) {
        Map<String, StepState> steps = new LinkedHashMap<>();
        event.plan().steps().forEach(step -> steps.put(step.id(), StepState.planned(step)));
        return new Deployment(entry.deployment(), event.plan(), event.release(), event.undoes(), event.reason(), entry.actor(),
                entry.at(), Optional.empty(), Status.RUNNING, "", steps, Map.of(), Optional.empty(), Map.of(), Told.NOTHING,
                entry.sequence());
    }

    /**
     * What is true after one more entry. What a run that is over could no longer become is ignored: it is not resumed by a late
     * command, nor does it end twice.
     *
     * @throws IllegalArgumentException when the entry belongs to another deployment
     */
    public Deployment apply(Entry entry) {
        if (!entry.deployment().equals(id)) {
            throw new IllegalArgumentException("Entry " + entry.sequence() + " belongs to " + entry.deployment() + ", not " + id);
        }
        Instant at = entry.at();
        return (switch (entry.event()) {
            case Event.DeploymentStarted _ -> this;
            case Event.StepStarted e -> step(e.step(), s -> s.started(e.attempt(), at));
            case Event.StepActed e -> step(e.step(), s -> s.observed(e.what()));
            case Event.StepNoted e -> step(e.step(), s -> s.observed(e.note()));
            case Event.StepSucceeded e -> step(e.step(), s -> s.done(at, e.proof()));
            case Event.StepFailed e -> step(e.step(), s -> s.failed(at, e.failure()));
            case Event.StepHeld e -> step(e.step(), s -> s.held(e.why()));
            case Event.StepBecameUncertain e -> step(e.step(), StepState::uncertain);
            case Event.StepRetried e -> step(e.step(), StepState::retried);
            case Event.StepSkipped e -> step(e.step(), s -> s.skipped(at, e.reason()));
            case Event.GateOpened e -> step(e.step(), s -> s.asking(e.gate(), e.question(), at));
            case Event.GateAnswered e -> step(e.step(), s -> s.answered(e.gate(), e.approved(), e.reason()));
            case Event.WeightShifted e -> step(e.step(), s -> s.shifted(e.from(), e.to()))
                    .component(e.component(), c -> c.told(e.from(), e.to(), at, entry.actor().name()));
            case Event.CanaryAsked e -> asked(e, entry.actor());
            case Event.WeightDropped e -> step(e.step(), s -> s.dropped(e.why()));
            case Event.NotRecovered e -> component(e.component(),
                    c -> c.notRecovered(new ComponentState.Lost(e.told(), e.observed(), e.why(), at)));
            case Event.WeightObserved e -> component(e.component(), c -> c.reported(e.desired(), e.observed(), e.why(), at));
            case Event.VerdictReached e -> component(e.component(), c -> c.judged(e.verdict()));
            case Event.VersionObserved e -> component(e.component(), c -> c.runs(e.stable(), e.version()));
            case Event.AutoSyncPaused e -> step(e.step(), s -> s.observed(Wording.detail(e)));
            case Event.AutoSyncRestored e -> step(e.step(), s -> s.observed(Wording.detail(e)));
            case Event.SyncAsked _ -> this;
            case Event.Paused e -> with(Status.PAUSED, e.reason());
            case Event.Resumed e -> with(Status.RUNNING, e.reason());
            case Event.OfLock e -> lock(e);
            case Event.OfTool e -> told(told.after(e, at));
            case Event.DeploymentFinished e -> finished(Status.valueOf(e.outcome().name()), e.summary(), at);
        }).after(entry);
    }

    private Deployment after(Entry entry) {
        return new Deployment(id, plan, release, undoes, reason, startedBy, startedAt, endedAt, status, statusReason, steps,
                components, Trouble.after(trouble, entry.event(), entry.at(), this), locks, told, entry.sequence());
    }

    private Deployment with(Status next, String why) {
        return over() ? this : new Deployment(id, plan, release, undoes, reason, startedBy, startedAt, endedAt, next, why, steps,
                components, trouble, locks, told, lastSequence);
    }

    private Deployment lock(Event.OfLock event) {
        return switch (event) {
            case Event.LockTaken e -> holding(e.environment(), e.identity());
            case Event.LockTakenOver e -> holding(e.environment(), e.identity());
            case Event.LockBroken e -> holding(e.environment(), e.identity());
            case Event.LockReleased e -> without(e.environment());
            case Event.LockLost e -> without(e.environment()).stopped(e);
            case Event.LockAwaited e when e.until().isEmpty() && !e.owner().isEmpty() -> stopped(e);
            case Event.LockAwaited e -> status == Status.RUNNING ? with(status, Wording.detail(e)) : this;
        };
    }

    /** Only a person brings the lock back; why somebody else paused the run before stays true. */
    private Deployment stopped(Event.OfLock event) {
        return status == Status.RUNNING ? holding(event.environment(), "").with(Status.PAUSED, Wording.detail(event)) : this;
    }

    private Deployment holding(String environment, String identity) {
        Map<String, String> next = new TreeMap<>(locks);
        next.put(environment, identity);
        return locked(next).with(status, status == Status.RUNNING ? "" : statusReason);
    }

    private Deployment without(String environment) {
        Map<String, String> next = new TreeMap<>(locks);
        next.remove(environment);
        return locked(next);
    }

    private Deployment locked(Map<String, String> next) {
        return new Deployment(id, plan, release, undoes, reason, startedBy, startedAt, endedAt, status, statusReason, steps,
                components, trouble, next, told, lastSequence);
    }

    private Deployment told(Told next) {
        return new Deployment(id, plan, release, undoes, reason, startedBy, startedAt, endedAt, status, statusReason, steps,
                components, trouble, locks, next, lastSequence);
    }

    private Deployment finished(Status end, String why, Instant at) {
        return over() ? this : new Deployment(id, plan, release, undoes, reason, startedBy, startedAt, Optional.of(at), end, why,
                Slots.of(steps).allChanged(step -> step.leftAt(at)), components, trouble, locks, told, lastSequence);
    }

    private Deployment step(String step, UnaryOperator<StepState> change) {
        return new Deployment(id, plan, release, undoes, reason, startedBy, startedAt, endedAt, status, statusReason,
                Slots.of(steps).changed(step, change), components, trouble, locks, told, lastSequence);
    }

    private Deployment asked(Event.CanaryAsked event, Actor by) {
        Deployment next = this;
        for (Event.CanaryAsked.Part part : event.parts()) {
            next = next.step(part.step(), step -> step.moved(event.move(), part, by));
        }
        return next;
    }

    private Deployment component(String component, UnaryOperator<ComponentState> change) {
        Map<String, ComponentState> next = new TreeMap<>(components);
        next.put(component, change.apply(component(component)));
        return new Deployment(id, plan, release, undoes, reason, startedBy, startedAt, endedAt, status, statusReason, steps,
                Collections.unmodifiableMap(next), trouble, locks, told, lastSequence);
    }

    public ComponentState component(String component) {
        return components.getOrDefault(component, ComponentState.UNTOUCHED);
    }

    /** Whether it took this environment's lock and, as far as it knows, still has it. */
    public boolean holds(String environment) {
        return !locks.getOrDefault(environment, "").isEmpty();
    }

    /** Whether it stands still only because somebody else has a lock it needs. */
    public boolean standsWithoutLock() {
        return status == Status.PAUSED && locks.containsValue("");
    }

    public Optional<StepState> step(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    public boolean over() {
        return status.over();
    }

    public boolean goesBack() {
        return plan.intent() == Plan.Intent.BACK;
    }

    public List<StepState> stepsOf(Phase phase) {
        return phase.steps().stream().map(Step::id).map(steps::get).toList();
    }

    /** The first phase with a step that is not settled; the last one when all are. */
    public Phase currentPhase() {
        return plan.phases().stream()
                .filter(phase -> stepsOf(phase).stream().anyMatch(step -> !step.status().settled()))
                .findFirst().orElse(plan.phases().getLast());
    }
}
