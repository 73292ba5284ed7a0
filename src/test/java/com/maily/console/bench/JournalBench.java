package com.maily.console.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.Runs;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast the journal takes, folds and replays events. */
@Tag("bench")
class JournalBench {

    private static final int EVENTS = 100_000;
    private static final int DEPLOYMENTS = 400;

    @TempDir Path folder;

    private static Event event(int number) {
        return switch (number % 5) {
            case 0 -> new Event.StepStarted("1.1", 1);
            case 1 -> new Event.StepActed("1.1", "image set",
                    "kubectl set image deployment/email-service email=ghcr.io/maily/email:v2.1.0");
            case 2 -> new Event.StepNoted("1.1", "2 of 3 new replicas have been updated");
            case 3 -> new Event.WeightObserved("api", Weight.ofPercent(10), Weight.ofPercent(10), "");
            default -> new Event.StepSucceeded("1.1", "3 of 3 ready");
        };
    }

    private static String deployment(int number) {
        return "d-" + number * DEPLOYMENTS / EVENTS;
    }

    /** One thread, each append durable before the next begins. */
    @Test
    void durableAppends() {
        try (Journal journal = SqliteJournal.open(folder.resolve("appends.db"), Time.WALL, Actor.SYSTEM)) {
            journal.append("d-1", Actor.SYSTEM, Runs.started());
            appendAll(journal, 500);
            long start = System.nanoTime();
            appendAll(journal, 3_000);
            Bench.record("journal_appends_per_s", perSecond(3_000, start));
        }
    }

    /** Sixteen threads at once, as parallel steps append: they share syncs. */
    @Test
    void durableAppendsAtOnce() throws Exception {
        try (Journal journal = SqliteJournal.open(folder.resolve("at-once.db"), Time.WALL, Actor.SYSTEM);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            journal.append("d-1", Actor.SYSTEM, Runs.started());
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                writers.add(() -> {
                    appendAll(journal, 500);
                    return null;
                });
            }
            threads.invokeAll(writers);
            long start = System.nanoTime();
            threads.invokeAll(writers);
            Bench.record("journal_appends_16_threads_per_s", perSecond(8_000, start));
        }
    }

    private static void appendAll(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            journal.append("d-1", Actor.SYSTEM, event(i));
        }
    }

    /** In memory, entry by entry, over hundreds of deployments. */
    @Test
    void fold() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            boolean first = i == 0 || !deployment(i).equals(deployment(i - 1));
            entries.add(Runs.entry(i + 1L, deployment(i), first ? Runs.started() : event(i)));
        }
        History.of(entries);
        long start = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            assertThat(History.of(entries).byId()).hasSize(DEPLOYMENTS);
        }
        Bench.record("fold_events_per_s", perSecond(5 * EVENTS, start));
    }

    /** From the file: read, check every link of the chain, fold. */
    @Test
    void replay() throws Exception {
        Path file = folder.resolve("replay.db");
        write(file);
        SqliteJournal.openReadOnly(file).close();
        long start = System.nanoTime();
        try (Journal journal = SqliteJournal.openReadOnly(file)) {
            assertThat(journal.history().size()).isEqualTo(EVENTS);
        }
        Bench.record("replay_100k_events_ms", (System.nanoTime() - start) / 1e6);
    }

    /** Many threads, only because they write faster. */
    private static void write(Path file) throws InterruptedException {
        try (Journal journal = SqliteJournal.open(file, Time.WALL, Actor.SYSTEM);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> appends = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                int number = i;
                boolean first = i == 0 || !deployment(i).equals(deployment(i - 1));
                appends.add(() -> {
                    journal.append(deployment(number), Actor.SYSTEM, first ? Runs.started() : event(number));
                    return null;
                });
            }
            threads.invokeAll(appends);
        }
    }

    private static double perSecond(int count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
