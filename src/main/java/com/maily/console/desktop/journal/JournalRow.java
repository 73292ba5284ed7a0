package com.maily.console.desktop.journal;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Wording;
import com.maily.console.core.model.Step;
import com.maily.console.core.sla.Verdict;
import com.maily.console.desktop.shell.EventState;
import com.maily.console.desktop.widget.State;
import java.util.Arrays;
import java.util.Locale;

/** One entry of the journal in words. */
record JournalRow(Entry entry, State state, String title, String detail) {

    private record Words(State state, String title, String detail) { }

    static JournalRow of(Entry entry, History history) {
        Words words = words(entry, history);
        return new JournalRow(entry, words.state, words.title, words.detail);
    }

    String who() {
        return entry.actor().name();
    }

    String source() {
        return entry.actor().source();
    }

    /** Whether every word of {@code text} stands somewhere in the row. */
    boolean matches(String text) {
        String hay = (title + " " + detail + " " + who() + " " + source() + " " + entry.hash() + " " + entry.deployment()
                + " " + entry.sequence()).toLowerCase(Locale.ROOT);
        return text.toLowerCase(Locale.ROOT).lines().flatMap(line -> Arrays.stream(line.split("\\s+")))
                .allMatch(hay::contains);
    }

    private static Words words(Entry entry, History history) {
        return switch (entry.event()) {
            case Event.DeploymentStarted e -> new Words(State.RUNNING,
                    e.undoes().isEmpty() ? "Run created" : "Rollback started",
                    e.plan().version() + " over " + e.plan().replaces() + ", " + e.plan().environment() + reason(e.reason()));
            case Event.StepStarted e -> new Words(State.RUNNING, title(entry, history, e.step()),
                    e.attempt() == 1 ? "started" : "attempt " + e.attempt() + " started");
            case Event.StepActed e -> new Words(State.RUNNING, title(entry, history, e.step()), e.what());
            case Event.StepNoted e -> new Words(State.RUNNING, title(entry, history, e.step()), e.note());
            case Event.StepSucceeded e -> new Words(State.DONE, title(entry, history, e.step()), e.proof());
            case Event.StepFailed e -> new Words(State.FAILED, title(entry, history, e.step()) + " failed",
                    e.failure().what() + ": " + e.failure().why());
            case Event.StepHeld e -> new Words(State.HELD, title(entry, history, e.step()) + " held", e.why());
            case Event.StepBecameUncertain e -> new Words(State.STALE, title(entry, history, e.step()) + " uncertain",
                    "the console stopped while it ran");
            case Event.StepRetried e -> new Words(State.RUNNING, "Retry asked for", title(entry, history, e.step()));
            case Event.StepSkipped e -> new Words(State.SKIPPED, title(entry, history, e.step()) + " skipped", e.reason());
            case Event.GateOpened e -> new Words(State.WAITING, title(entry, history, e.step()) + " waits", e.question());
            case Event.GateAnswered e -> new Words(e.approved() ? State.DONE : State.HELD, e.approved() ? "Approved" : "Refused",
                    title(entry, history, e.step()) + reason(e.reason()));
            case Event.WeightShifted e -> new Words(State.CANARY, e.component() + " weight", e.from() + " → " + e.to());
            case Event.WeightObserved e -> new Words(State.CANARY, e.component() + " observed",
                    e.observed() + " of " + e.desired() + reason(e.why()));
            case Event.CanaryAsked e -> new Words(State.CANARY, "Canaries " + e.move().done(), Wording.detail(e));
            case Event.WeightDropped e -> new Words(State.SKIPPED, e.component() + " weight dropped", Wording.detail(e));
            case Event.NotRecovered e -> new Words(State.FAILED, e.component() + " is not recovered", Wording.detail(e));
            case Event.VerdictReached e -> new Words(state(e.verdict().word()), e.component() + " verdict",
                    e.verdict().sentence());
            // What a platform tells of a version says nothing of its health: it may be 0 of 5 ready.
            case Event.VersionObserved e -> new Words(State.RUNNING, e.component() + " version", Wording.detail(e));
            case Event.AutoSyncPaused e -> new Words(State.HELD, e.application() + " auto-sync paused", e.why());
            case Event.AutoSyncRestored e -> new Words(State.DONE, e.application() + " auto-sync restored", e.why());
            case Event.SyncAsked e -> new Words(State.RUNNING, e.application() + " sync asked for", e.why());
            case Event.Paused e -> new Words(State.HELD, "Run paused", e.reason());
            case Event.Resumed e -> new Words(State.RUNNING, "Run resumed", e.reason());
            case Event.OfLock e -> new Words(EventState.of(e), e.environment(), Wording.detail(e));
            case Event.OfTool e -> new Words(EventState.of(e), e.system(), Wording.detail(e));
            case Event.DeploymentFinished e -> new Words(state(entry, history, e.outcome()),
                    "Run " + e.outcome().name().toLowerCase(Locale.ROOT), e.summary());
        };
    }

    private static String reason(String reason) {
        return reason.isEmpty() ? "" : ", " + reason;
    }

    private static String title(Entry entry, History history, String step) {
        return history.deployment(entry.deployment()).flatMap(d -> d.plan().step(step)).map(Step::title).orElse("Step " + step);
    }

    private static State state(Verdict.Word word) {
        return switch (word) {
            case PASS -> State.DONE;
            case MARGINAL -> State.MARGINAL;
            case FAIL -> State.FAILED;
            case TOO_FEW_SAMPLES -> State.QUEUED;
            case NO_DATA -> State.STALE;
        };
    }

    private static State state(Entry entry, History history, Event.Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> history.deployment(entry.deployment()).filter(d -> d.goesBack()).isPresent() ? State.ROLLED_BACK
                    : State.DONE;
            case FAILED -> State.FAILED;
            case CANCELLED, SUPERSEDED -> State.SKIPPED;
        };
    }
}
