package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.journal.Trouble;
import com.maily.console.core.journal.Wording;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Recovery;
import com.maily.console.core.sla.RtoClock;
import com.maily.console.core.sla.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drafts the report of an incident from the journal: what happened, when, who did what, and whether it was verified. Pure, and
 * claims nothing the journal does not say; what only people know is left as a question.
 */
public final class IncidentReport {

    private final Deployment run;
    private final Optional<Deployment> undone;
    private final List<Entry> entries;
    private final Recovery recovery;

    private IncidentReport(Deployment run, Optional<Deployment> undone, List<Entry> entries, Recovery recovery) {
        this.recovery = recovery;
        this.run = run;
        this.undone = undone;
        this.entries = entries.stream().filter(entry -> concerns(entry.deployment())).toList();
    }

    /**
     * @param entries the journal's, oldest first; others than this run's and those of the run it undoes are left out
     * @param deployment the run to report on, a rollback as a rule
     * @param recovery what the environment promises
     * @return Markdown, times in UTC
     */
    public static String of(History history, List<Entry> entries, String deployment, Recovery recovery) {
        Deployment run = history.deployment(deployment).orElseThrow();
        return new IncidentReport(run, history.deployment(run.undoes()), entries, recovery).text();
    }

    private boolean concerns(String id) {
        return id.equals(run.id()) || undone.filter(other -> other.id().equals(id)).isPresent();
    }

    private String text() {
        return String.join("\n\n", "# Incident report: " + run.id(), "## What happened\n\n" + happened(), "## Impact\n\n"
                + impact(),
                "## Recovery\n\n" + recovery(), "## Verification\n\n" + verification(), "## Timeline (UTC)\n\n" + timeline(),
                "## Commands sent\n\n" + commands(), "## Who\n\n" + people(), "## Follow-ups\n\n" + followUps()) + "\n";
    }

    private String happened() {
        String start = undone.map(other -> other.id() + " deployed " + other.plan().version() + " to " + other.plan()
                .environment() + " from "
                + Words.day(other.startedAt()) + ". ").orElse("");
        String trouble = incident().map(entry -> "At " + Words.clock(entry.at()) + ": " + Wording.sentence(line(entry)) + " ")
                .orElse("");
        return start + trouble + run.id() + (run.goesBack() ? " rolled back to " : " deployed ") + run.plan().version()
                + (run.reason().isBlank() ? "." : ", because: " + Wording.sentence(run.reason()));
    }

    /** The first sign of the trouble that was not over by itself. */
    private Optional<Entry> incident() {
        Instant since = undone.orElse(run).trouble().map(Trouble::since).orElse(Instant.MIN);
        return entries.stream().filter(entry -> !entry.at().isBefore(since))
                .filter(entry -> entry.event() instanceof Event.StepFailed
                || entry.event() instanceof Event.StepHeld
                || entry.event() instanceof Event.NotRecovered || failing(entry.event())).findFirst();
    }

    private static boolean failing(Event event) {
        return event instanceof Event.VerdictReached reached && reached.verdict().fails();
    }

    private String impact() {
        List<String> verdicts = entries.stream().filter(entry -> failing(entry.event()))
                .map(entry -> "- " + ((Event.VerdictReached) entry.event()).component() + ": "
                        + ((Event.VerdictReached) entry.event()).verdict().sentence()).distinct().toList();
        String most = entries.stream().map(Entry::event).filter(Event.WeightShifted.class::isInstance)
                .map(Event.WeightShifted.class::cast)
                .max(Comparator.comparing(Event.WeightShifted::to))
                .map(shift -> "\n\nThe largest canary share was " + shift.to() + " (" + shift.component() + ").").orElse("");
        return (verdicts.isEmpty() ? "No verdict failed." : String.join("\n", verdicts)) + most;
    }

    /** Traffic that was told to leave and has not, at the time of the report. */
    private String lost() {
        return run.components().entrySet().stream()
                .flatMap(entry -> entry.getValue().lost().stream().map(lost -> "**Not recovered: "
                + entry.getKey() + ".** It was " + lost.sentence() + ". " + Wording.sentence(lost.why()) + "\n\n"))
                .collect(Collectors.joining());
    }

    private String recovery() {
        return lost() + times();
    }

    private String times() {
        Instant from = incident().map(Entry::at).orElse(run.startedAt());
        if (run.endedAt().isEmpty()) {
            return "Not over yet: " + run.id() + " runs since " + Words.day(run.startedAt()) + ".";
        }
        RtoClock clock = new RtoClock(from, run.endedAt(), recovery.time(run.components().keySet()));
        Instant end = run.endedAt().get();
        return "- From the first sign to the end: " + Words.of(clock.used(end)) + ", objective " + Words.of(clock.objective())
                + ": "
                + (clock.metBy(end) ? "met" : "missed") + ".\n- " + run.id() + " itself took "
                + Words.of(Duration.between(run.startedAt(), end)) + " and ended as " + run.status().name()
                        .toLowerCase(Locale.ROOT) + ".";
    }

    private String verification() {
        String proofs = run.steps().values().stream().filter(step -> !step.proof().isBlank())
                .map(step -> "- " + step.step().title() + ": " + step.proof()).collect(Collectors.joining("\n"));
        String open = run.steps().values().stream().filter(step -> !step.status().settled()
                || step.status() == StepState.Status.SKIPPED)
                .map(step -> "- Not verified: " + step.step().title() + " (" + step.status().name()
                        .toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining("\n"));
        return Stream.of(proofs, open).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String timeline() {
        return entries.stream().filter(entry -> !line(entry).isEmpty())
                .map(entry -> "- " + Words.day(entry.at()).replace(" UTC", "") + " " + entry.actor().name() + ": " + line(entry))
                .collect(Collectors.joining("\n"));
    }

    private String commands() {
        String all = entries.stream().map(Entry::event).map(IncidentReport::command).filter(command -> !command.isBlank())
                .collect(Collectors.joining("\n"));
        return all.isEmpty() ? "None." : "```\n" + all + "\n```";
    }

    private static String command(Event event) {
        if (event instanceof Event.StepActed acted) {
            return acted.command();
        }
        return event instanceof Event.WeightShifted shifted ? shifted.command() : "";
    }

    private String people() {
        return entries.stream().map(Entry::actor).filter(actor -> !actor.name().equals(Actor.SYSTEM.name())).map(Actor::name)
                .distinct()
                .map(name -> "- " + name).collect(Collectors.collectingAndThen(Collectors.joining("\n"), all -> all.isEmpty()
                        ? "Nobody but the console." : all));
    }

    private String followUps() {
        return Stream.of("- [ ] What caused it?", "- [ ] How many users noticed?",
                undone.map(other -> "- [ ] Fix " + other.plan().version() + " and plan a new deployment.").orElse(null))
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    private String line(Entry entry) {
        return ReportLine.of(entry.event(), entry.deployment().equals(run.id()) ? run : undone.orElse(run));
    }
}
