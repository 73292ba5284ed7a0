package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.JobLog;
import com.maily.console.core.port.LogNews;
import com.maily.console.core.port.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Prints what the jobs of a run write while it is followed, each line behind its job's name. */
final class JobLines implements Subscription {

    /** What a job said last may still be on its way when the run goes on. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private record Followed(Subscription subscription, CountDownLatch ended) { }

    private final Console console;
    private final Output output;
    private final boolean wanted;
    private final List<Followed> jobs = new ArrayList<>();

    /** @param wanted whether anything is printed at all */
    JobLines(Console console, Output output, boolean wanted) {
        this.console = console;
        this.output = output;
        this.wanted = wanted;
    }

    /** Follows the job that an entry says was started, if it says so. */
    void of(Entry entry, Deployment run) {
        if (wanted && entry.event() instanceof Event.StepStarted started
                && run.plan().step(started.step()).orElse(null) instanceof Step.RunJob job) {
            CountDownLatch ended = new CountDownLatch(1);
            jobs.add(new Followed(JobLog.follow(() -> console.platforms(job.environment()), job.jobName(run.id(), started.attempt()),
                    news -> print(job.job(), news, ended)), ended));
        }
    }

    private void print(String job, LogNews news, CountDownLatch ended) {
        switch (news) {
            case LogNews.Lines(var lines) -> lines.forEach(line -> output.say("    " + job + " | " + line.text()));
            case LogNews.Interrupted(String why) -> output.say("    " + job + " | (" + why + ")");
            case LogNews.Waiting _ -> { }
            case LogNews.Ended _ -> ended.countDown();
        }
    }

    @Override
    public void close() {
        try {
            long until = System.nanoTime() + LAST_WORDS.toNanos();
            for (Followed job : jobs) {
                job.ended().await(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            jobs.forEach(job -> job.subscription().close());
        }
    }
}
