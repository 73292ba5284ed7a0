package com.maily.console.core.journal;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Move;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One step as the journal tells it.
 *
 * @param attempt   0 before the first start
 * @param startedAt of the current attempt
 * @param endedAt   when it was done, failed or skipped
 * @param note      the newest thing worth knowing: what it waits for, or the reason it was skipped or held
 * @param proof     what was read back when it was done
 * @param gate      the open question, if it waits for a person
 * @param answers   the gates that were approved so far
 * @param earlier   the attempts that failed before this one, oldest first
 * @param wish      the newest weight a person asked for that no router was told; see {@link #asked} and {@link #dropped}
 */
public record StepState(Step step, Status status, int attempt, Optional<Instant> startedAt, Optional<Instant> endedAt,
                        String note, String proof, Optional<Failure> failure, Optional<Gate> gate, List<String> answers,
                        List<Attempt> earlier, Optional<Asked> wish) {

    public enum Status {
        PLANNED, RUNNING, UNCERTAIN, WAITING, HELD, DONE, FAILED, SKIPPED;

        /** Nothing more will happen to the step by itself. */
        public boolean settled() {
            return this == DONE || this == SKIPPED;
        }

        /** The conductor works on it. */
        public boolean active() {
            return this == RUNNING || this == UNCERTAIN || this == WAITING || this == HELD;
        }
    }

    /** A question only a person can answer. */
    public record Gate(String id, String question, Instant openedAt) { }

    /** What a person wants of a canary's weight. @param dropped why it will not be sent, empty while it may */
    public record Asked(Move move, Weight to, Actor by, String dropped) {

        /** Whether it waits until the present weight has passed. */
        public boolean queued() {
            return move == Move.QUEUE;
        }

        boolean fulfilledBy(Weight from, Weight now) {
            boolean up = to.isAbove(from);
            return move == Move.PROMOTE ? now.isAbove(from) : up ? !to.isAbove(now) : !now.isAbove(to);
        }
    }

    /** An attempt that is over. */
    public record Attempt(Instant startedAt, Instant endedAt) { }

    public StepState {
        answers = List.copyOf(answers);
        earlier = List.copyOf(earlier);
    }

    static StepState planned(Step step) {
        return new StepState(step, Status.PLANNED, 0, Optional.empty(), Optional.empty(), "", "", Optional.empty(),
                Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /** What a person approved stays approved: an attempt after a crash or a retry does not ask again. */
    StepState started(int number, Instant at) {
        return new StepState(step, Status.RUNNING, number, Optional.of(at), Optional.empty(), "", "", Optional.empty(),
                Optional.empty(), answers, behind(), Optional.empty());
    }

    private List<Attempt> behind() {
        return status != Status.FAILED || startedAt.isEmpty() || endedAt.isEmpty() ? earlier
                : Stream.concat(earlier.stream(), Stream.of(new Attempt(startedAt.get(), endedAt.get()))).toList();
    }

    /** A note from the platform also resolves the uncertainty: the step has been observed again. */
    StepState observed(String text) {
        Status known = gate.isPresent() ? Status.WAITING : Status.RUNNING;
        return now(status == Status.UNCERTAIN ? known : status, text);
    }

    StepState held(String why) {
        return status.active() ? now(Status.HELD, why).asking(dropped()) : this;
    }

    /** A router was told; what somebody wanted may be fulfilled by that. */
    StepState shifted(Weight from, Weight to) {
        return wish.filter(asked -> asked.fulfilledBy(from, to)).isPresent() ? asking(Optional.empty()) : this;
    }

    StepState dropped(String why) {
        return asking(wish.map(asked -> new Asked(asked.move(), asked.to(), asked.by(), why)));
    }

    /** What a person wants, and the router was not told yet. */
    public Optional<Asked> asked() {
        return wish.filter(asked -> asked.dropped().isEmpty());
    }

    /** What a person wanted last and will not get. */
    public Optional<Asked> dropped() {
        return wish.filter(asked -> !asked.dropped().isEmpty());
    }

    private StepState asking(Optional<Asked> wanted) {
        return new StepState(step, status, attempt, startedAt, endedAt, note, proof, failure, gate, answers, earlier, wanted);
    }

    /** Somebody moved the canary; a newer wish takes the place of an older one. */
    StepState moved(Move move, Event.CanaryAsked.Part part, Actor by) {
        if (!status.active()) {
            return this;
        }
        return switch (move) {
            case PAUSE -> held("Paused at " + part.from() + " by " + by.name() + ". Resume it, abort it or roll back.");
            case RESUME -> now(gate.isPresent() ? Status.WAITING : Status.RUNNING, gate.map(Gate::question).orElse(""));
            case SET, QUEUE, PROMOTE, ABORT -> (part.gate().isEmpty() ? this : answered(part.gate(), true, ""))
                    .asking(Optional.of(new Asked(move, part.to(), by, "")));
        };
    }

    StepState uncertain() {
        return status.active() ? now(Status.UNCERTAIN, note) : this;
    }

    private StepState now(Status next, String text) {
        return new StepState(step, next, attempt, startedAt, endedAt, text, proof, failure, gate, answers, earlier, wish);
    }

    /** Ready to start afresh; that it once failed is told by the attempt's number and the journal. */
    StepState retried() {
        return new StepState(step, Status.PLANNED, attempt, Optional.empty(), Optional.empty(), "retry asked for", "",
                Optional.empty(), Optional.empty(), answers, behind(), Optional.empty());
    }

    StepState done(Instant at, String lastProof) {
        return ended(Status.DONE, at, note, lastProof, Optional.empty());
    }

    StepState failed(Instant at, Failure why) {
        return ended(Status.FAILED, at, why.what(), "", Optional.of(why));
    }

    StepState skipped(Instant at, String why) {
        return ended(Status.SKIPPED, at, why, "", Optional.empty());
    }

    private StepState ended(Status end, Instant at, String lastNote, String lastProof, Optional<Failure> why) {
        return new StepState(step, end, attempt, startedAt, Optional.of(at), lastNote, lastProof, why, Optional.empty(),
                answers, earlier,
                Optional.empty());
    }

    /** Its run is over: nobody works on the step any more and it asks nothing, however far it had come. */
    StepState leftAt(Instant at) {
        return !status.active() ? this : new StepState(step, status, attempt, startedAt, Optional.of(endedAt.orElse(at)), note,
                proof, failure, Optional.empty(), answers, earlier, Optional.empty());
    }

    StepState asking(String id, String question, Instant at) {
        return new StepState(step, Status.WAITING, attempt, startedAt, endedAt, question, proof, failure,
                Optional.of(new Gate(id, question, at)), answers, earlier, wish);
    }

    /** Approved: the step goes on. Refused: it is held until a person retries, skips or rolls back. Too late: nothing changes. */
    StepState answered(String id, boolean approved, String reason) {
        if (!status.active()) {
            return this;
        }
        List<String> approvedGates = approved ? Stream.concat(answers.stream(), Stream.of(id)).distinct().toList() : answers;
        return new StepState(step, approved ? Status.RUNNING : Status.HELD, attempt, startedAt, endedAt,
                approved ? "" : "refused: " + reason, proof, failure, Optional.empty(), approvedGates, earlier,
                approved ? wish : Optional.empty());
    }

    public boolean approved(String gateId) {
        return answers.contains(gateId);
    }

    /** How long the current or last attempt has run; zero for a clock that has not yet come to its start. */
    public Duration elapsed(Instant now) {
        return startedAt.map(start -> Duration.between(start, endedAt.orElse(now))).filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
