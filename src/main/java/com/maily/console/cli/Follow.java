package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.port.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Prints what happens to a run, line by line, until it is over or stands still for a person. */
final class Follow {

    private final Console console;
    private final String deployment;
    private final Output output;
    private final long after;
    private final JobLines jobs;

    /** @param after the last entry that need not be printed any more */
    Follow(Console console, String deployment, Output output, long after, JobLines jobs) {
        this.jobs = jobs;
        this.after = after;
        this.console = console;
        this.deployment = deployment;
        this.output = output;
    }

    /**
     * @param onQuestion called with each step that waits for a person; may answer it through the commands
     * @return the run as it stands: over, or at a step that is held or has failed
     */
    Deployment toTheEnd(Consumer<StepState> onQuestion) throws InterruptedException {
        LinkedBlockingQueue<History> news = new LinkedBlockingQueue<>();
        long printed = after;
        String asked = "";
        try (Subscription _ = console.journal().follow(news::add)) {
            while (true) {
                History history = news.take();
                printed = print(history, printed);
                Deployment run = history.deployment(deployment).orElseThrow();
                if (run.over() || news.isEmpty() && standsStill(run)) {
                    return run;
                }
                String question = question(run);
                if (!question.isEmpty() && !question.equals(asked) && news.isEmpty()) {
                    asked = question;
                    waiting(run).ifPresent(onQuestion);
                }
            }
        }
    }

    private long print(History history, long printed) {
        for (Entry entry : console.journal().read(printed, 1000)) {
            if (entry.deployment().equals(deployment) && entry.sequence() > printed) {
                history.deployment(deployment).ifPresent(run -> {
                    output.say(EventLine.of(entry, run));
                    jobs.of(entry, run);
                });
            }
            printed = Math.max(printed, entry.sequence());
        }
        return printed;
    }

    private static boolean standsStill(Deployment run) {
        Predicate<StepState> stuck = step -> step.status() == StepState.Status.HELD || step.status() == StepState.Status.FAILED;
        boolean moving = run.steps().values().stream().anyMatch(step -> step.status() == StepState.Status.RUNNING
                || step.status() == StepState.Status.UNCERTAIN);
        return run.status() == Deployment.Status.PAUSED || !moving && run.steps().values().stream().anyMatch(stuck);
    }

    private static java.util.Optional<StepState> waiting(Deployment run) {
        return run.steps().values().stream().filter(step -> step.gate().isPresent()).findFirst();
    }

    private static String question(Deployment run) {
        return waiting(run).map(step -> step.step().id() + "/" + step.gate().orElseThrow().id()).orElse("");
    }
}
