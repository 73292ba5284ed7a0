package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Subscription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes on with a run that a killed or stopped program left unfinished, or that stands still for a person. */
@Command(name = "resume", mixinStandardHelpOptions = true, description = "Goes on with the run that is not over, and follows it.")
final class ResumeCommand extends Common {

    private static final int PATIENCE_SECONDS = 30;

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Whose run (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--retry", description = "Start failed and held steps afresh.")
    boolean retry;

    @Option(names = "--yes", description = "Approve every gate.")
    boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "resumed on the command line", description =
            "Why; recorded in the journal.")
    String reason = "";

    ResumeCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) throws Exception {
        known().environment(environment);
        History before = history();
        Optional<Deployment> unfinished = before.active(environment);
        if (unfinished.isEmpty()) {
            output.say("There is nothing to resume: no run on " + environment + " is unfinished.");
            output.result(Map.of("ok", true, "exit", ExitCode.DONE.number(), "resumed", false, "environment", environment));
            return ExitCode.DONE;
        }
        return goOn(unfinished.get(), before.size(), output);
    }

    /** Read first and apart: opening the journal for writing makes the run go on at once. */
    private History history() {
        try (Journal journal = services.openJournal(files())) {
            return journal.history();
        }
    }

    private ExitCode goOn(Deployment run, long known, Output output) throws InterruptedException {
        try (Console console = services.open(files())) {
            console.journal().refusal().ifPresent(failure -> {
                throw new FailureException(failure);
            });
            output.say("Goes on with %s (%s on %s), started by %s at %s.".formatted(run.id(), run.plan().version(), environment,
                    run.startedBy().name(), Text.clock(run.startedAt())));
            if (run.status() == Deployment.Status.PAUSED) {
                order(console.commands().resume(run.id(), reason, actor()));
                until(console, run.id(), now -> now.status() != Deployment.Status.PAUSED);
            }
            for (String step : retry ? stuck(run) : List.<String>of()) {
                order(confirmation.before(console, environment, actor(), commands -> commands.retry(run.id(), step, actor())));
                until(console, run.id(), now -> !stuck(now).contains(step));
            }
            return new RunForward(console, output, actor(), yes).follow(run.id(), known);
        }
    }

    private static List<String> stuck(Deployment run) {
        return run.steps().values().stream().filter(step -> step.status() == StepState.Status.FAILED
                || step.status() == StepState.Status.HELD).map(step -> step.step().id()).toList();
    }

    private static void order(Commands.Answer answer) {
        switch (answer) {
            case Commands.Answer.Accepted _ -> { }
            case Commands.Answer.Refused refused -> throw new FailureException(refused.why());
        }
    }

    /** An order is taken by the run's own thread; before it is, the run still looks as if it stood still. */
    private static void until(Console console, String id, Predicate<Deployment> taken) throws InterruptedException {
        CountDownLatch happened = new CountDownLatch(1);
        try (Subscription _ = console.journal().follow(history -> history.deployment(id).filter(taken)
                .ifPresent(_ -> happened.countDown()))) {
            if (!happened.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new FailureException(new Failure.TimedOut(id + " did not take the order",
                        "nothing came of it within " + PATIENCE_SECONDS + " seconds.", "Look at the journal, then try again."));
            }
        }
    }
}
