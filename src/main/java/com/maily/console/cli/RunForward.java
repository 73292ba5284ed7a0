package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.FailureException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Carries out what was asked for and follows it to where it ends or needs a person; shared by the commands that change things.
 */
final class RunForward {

    private final Console console;
    private final Output output;
    private final Actor actor;
    private final boolean yes;
    private final boolean logs;

    RunForward(Console console, Output output, Actor actor, boolean yes) {
        this(console, output, actor, yes, false);
    }

    /** @param logs whether what jobs write is printed too */
    RunForward(Console console, Output output, Actor actor, boolean yes, boolean logs) {
        this.logs = logs;
        this.console = console;
        this.output = output;
        this.actor = actor;
        this.yes = yes;
    }

    ExitCode dryRun(Commands.Preview preview) {
        preview.refusal().ifPresent(failure -> {
            throw new FailureException(failure);
        });
        PlanPrinter.print(preview, output);
        output.say(preview.mayStart() ? "Dry run: nothing was written. It may start."
                : "Dry run: nothing was written. It may not start.");
        output.result(Map.of("ok", preview.mayStart(), "dryRun", true, "plan", preview.plan().orElseThrow(), "preflight",
                preview.checks()));
        return preview.mayStart() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    ExitCode follow(Commands.Answer answer) throws InterruptedException {
        String id = switch (answer) {
            case Commands.Answer.Accepted accepted -> accepted.deployment();
            case Commands.Answer.Refused refused -> throw new FailureException(refused.why());
        };
        return follow(id, 0);
    }

    /** @param after the last entry that need not be printed any more */
    ExitCode follow(String id, long after) throws InterruptedException {
        Deployment end = toTheEnd(id, after);
        ExitCode code = code(end);
        output.say(closing(end));
        output.result(Map.of("ok", code == ExitCode.DONE, "exit", code.number(), "deployment", id, "status", end.status(),
                "version", end.plan().version(), "steps", end.steps().values().stream().map(RunForward::row).toList(),
                "seconds", end.endedAt().map(at -> java.time.Duration.between(end.startedAt(), at).toSeconds()).orElse(-1L)));
        return code;
    }

    private Deployment toTheEnd(String id, long after) throws InterruptedException {
        try (JobLines jobs = new JobLines(console, output, logs)) {
            return new Follow(console, id, output, after, jobs).toTheEnd(step -> ask(id, step));
        }
    }

    private void ask(String id, StepState step) {
        String question = step.gate().orElseThrow().question();
        if (yes) {
            console.commands().answer(id, step.step().id(), true, "approved by --yes", actor);
            return;
        }
        if (System.console() == null || !System.console().isTerminal()) {
            console.commands().pause(id, "mailyctl has nobody to ask: " + question, actor);
            return;
        }
        output.say(question + " [y/N] ");
        String line = Objects.requireNonNullElse(System.console().readLine(), "").trim().toLowerCase(Locale.ROOT);
        console.commands().answer(id, step.step().id(), line.equals("y") || line.equals("yes"), "answered on the command line",
                actor);
    }

    private static Map<String, Object> row(StepState step) {
        return Map.of("id", step.step().id(), "title", step.step().title(), "status", step.status(), "proof", step.proof(),
                "note", step.note());
    }

    private static ExitCode code(Deployment end) {
        return switch (end.status()) {
            case SUCCEEDED -> ExitCode.DONE;
            case FAILED, CANCELLED, SUPERSEDED -> ExitCode.FAILED;
            case RUNNING, PAUSED -> ExitCode.NEEDS_PERSON;
        };
    }

    private static String closing(Deployment end) {
        if (end.over()) {
            return end.id() + " " + end.status().name().toLowerCase(Locale.ROOT) + ". " + end.statusReason();
        }
        String why = Stream.concat(Stream.of(end.statusReason()), end.steps().values().stream()
                .filter(step -> step.status() == StepState.Status.HELD || step.status() == StepState.Status.FAILED)
                .map(step -> step.step().title() + ": " + step.note())).filter(text -> !text.isBlank()).findFirst()
                        .orElse("it is paused");
        boolean stuck = end.steps().values().stream()
                .anyMatch(step -> step.status() == StepState.Status.HELD || step.status() == StepState.Status.FAILED);
        return "%1$s stands still: %2$s Go on with: mailyctl resume --env=%3$s%4$s Or roll back with: mailyctl rollback --env=%3$s".formatted(
                end.id(), why.endsWith(".") || why.endsWith("?") ? why : why + ".", end.plan().environment(), stuck ? " --retry"
                        : "");
    }
}
