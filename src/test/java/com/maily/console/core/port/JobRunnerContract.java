package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link JobRunner} must do; run by each adapter over the wire and by the sandbox in memory. */
public abstract class JobRunnerContract {

    /** A runner, and jobs whose end is known. */
    public interface Harness extends AutoCloseable {
        JobRunner jobs();

        /** What tells the output of {@link #jobs}. */
        Pods pods();

        Job.Spec succeeding(String name);

        /** May skip the test where jobs cannot be made to fail. */
        Job.Spec failing(String name);

        void pass(Duration time);

        @Override
        void close();
    }

    private Harness world;
    private JobRunner jobs;

    protected abstract Harness open() throws Exception;

    @BeforeEach
    void openWorld() throws Exception {
        world = open();
        jobs = world.jobs();
    }

    @AfterEach
    void closeWorld() {
        // A world that could not be opened has skipped the test, and says why.
        if (world != null) {
            world.close();
        }
    }

    @Test
    void aJobNobodyStartedIsMissing() {
        Job job = jobs.observe("never-started");
        assertThat(job.state()).isEqualTo(Job.State.MISSING);
        assertThat(job.startedAt()).isEmpty();
        assertThat(jobs.log("never-started", 10)).isEmpty();
    }

    @Test
    void aJobThatEndsWellSucceeds() {
        assertThat(jobs.start(world.succeeding("migration-1"))).contains("migration-1");
        assertThat(jobs.observe("migration-1").state()).as("it cannot be over yet").isIn(Job.State.PENDING, Job.State.RUNNING);
        Job job = eventually("migration-1", each -> each.state() == Job.State.SUCCEEDED);
        assertThat(job.finishedAt()).isPresent();
        assertThat(job.startedAt().orElseThrow()).isBeforeOrEqualTo(job.finishedAt().orElseThrow());
        assertThat(jobs.log("migration-1", 3)).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aJobThatEndsBadlyFailsAndSaysWhy() {
        jobs.start(world.failing("migration-2"));
        Job job = eventually("migration-2", each -> each.state() == Job.State.FAILED);
        assertThat(job.message()).isNotBlank();
        assertThat(job.finishedAt()).isPresent();
    }

    @Test
    void whatAJobWritesCanBeFollowedToItsEnd() throws InterruptedException {
        assertThat(jobs.logSource("migration-4")).isEmpty();
        LinkedBlockingQueue<LogNews> news = new LinkedBlockingQueue<>();
        jobs.start(world.succeeding("migration-4"));
        LogSource source = Eventually.read(world::pass, () -> jobs.logSource("migration-4"), Optional::isPresent).orElseThrow();
        List<String> told = new ArrayList<>();
        try (Subscription _ = world.pods().follow(source, news::add)) {
            eventually("migration-4", each -> each.state() == Job.State.SUCCEEDED);
            until(news, told);
        }
        assertThat(told).isEqualTo(jobs.log("migration-4", 1_000));
        news.clear();
        List<String> again = new ArrayList<>();
        try (Subscription _ = world.pods().follow(jobs.logSource("migration-4").orElseThrow(), news::add)) {
            until(news, again);
        }
        assertThat(again).as("what has ended can be read again").isEqualTo(told);
    }

    /** Until nothing more will come. */
    private void until(LinkedBlockingQueue<LogNews> news, List<String> told) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            world.pass(Duration.ofSeconds(1));
            LogNews next = news.poll(200, TimeUnit.MILLISECONDS);
            if (next instanceof LogNews.Lines(var lines)) {
                lines.forEach(line -> told.add(line.text()));
            }
            if (next instanceof LogNews.Ended) {
                return;
            }
        }
        throw new AssertionError("The log did not end; told were " + told);
    }

    @Test
    void askingTwiceStartsOneJob() {
        jobs.start(world.succeeding("migration-3"));
        Job first = eventually("migration-3", each -> each.state() == Job.State.SUCCEEDED);
        jobs.start(world.succeeding("migration-3"));
        assertThat(jobs.observe("migration-3")).isEqualTo(first);
    }

    @Test
    void anyNameWillDoAndDifferentNamesAreDifferentJobs() {
        String name = "Integration tests (v2.1.0) of a release whose name is far longer than what most platforms take";
        jobs.start(world.succeeding(name));
        assertThat(jobs.observe(name).state()).isNotEqualTo(Job.State.MISSING);
        assertThat(jobs.observe(name).name()).isEqualTo(name);
        assertThat(jobs.observe(name + "!").state()).isEqualTo(Job.State.MISSING);
    }

    private Job eventually(String name, Predicate<Job> expected) {
        return Eventually.read(world::pass, () -> jobs.observe(name), expected);
    }
}
