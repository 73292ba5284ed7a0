package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Time;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads, a clock six hundred times as fast as the wall. */
@Timeout(60)
class LiveDriverTest {

    private static final class FastTime implements Time {
        private final long start = System.nanoTime();

        @Override
        public Instant instant() {
            return HandTime.START.plusNanos((System.nanoTime() - start) * 600);
        }

        @Override
        public double rate() {
            return 600;
        }
    }

    private final Time time = new FastTime();
    private final Workspace workspace = Maily.workspace();
    private final MemoryJournal journal = new MemoryJournal(time);
    private final FakePlatforms production = new FakePlatforms(time, workspace, Maily.OLD);
    private final FakePlatforms staging = new FakePlatforms(time, workspace, Maily.OLD);

    private ConsoleServices open() {
        Map<String, FakePlatforms> places = Map.of("production", production, "staging", staging);
        return ConsoleServices.live(workspace, journal, time, environment -> new OneAtATime(places.get(environment.name())));
    }

    private void await(String id, Predicate<Deployment> wanted) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        try (var _ = journal.follow(history -> {
            if (history.deployment(id).filter(wanted).isPresent()) {
                reached.countDown();
            }
        })) {
            assertThat(reached.await(40, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void carriesARunToItsEndAndThenRollsItBack() throws InterruptedException {
        ConsoleServices console = open();
        String id = Stand.accepted(console.commands().start(Stand.wanted(3, 3, false), Stand.SOMEBODY));
        await(id, Deployment::over);
        assertThat(journal.history().deployment(id).orElseThrow().status()).isEqualTo(Deployment.Status.SUCCEEDED);
        String back = Stand.accepted(console.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        await(back, Deployment::over);
        assertThat(journal.history().deployment(back).orElseThrow().status()).isEqualTo(Deployment.Status.SUCCEEDED);
        console.close();
    }

    @Test
    void closingChangesNothingAndTheNextStartGoesOn() throws InterruptedException {
        ConsoleServices first = open();
        String id = Stand.accepted(first.commands().start(Stand.wanted(3, 3, true), Stand.SOMEBODY));
        await(id, run -> run.steps().values().stream().anyMatch(step -> step.step().title().equals("Canary of api")
                && step.status() == Status.RUNNING));
        first.close();
        long entries = journal.history().size();
        assertThat(journal.history().deployment(id).orElseThrow().status()).isEqualTo(Deployment.Status.RUNNING);
        ConsoleServices second = open();
        assertThat(journal.history().size()).isGreaterThan(entries);
        await(id, run -> run.steps().values().stream().anyMatch(step -> step.step().title().equals("Canary of api")
                && step.status() == Status.DONE));
        second.close();
        assertThat(production.writes).doesNotHaveDuplicates();
    }
}
