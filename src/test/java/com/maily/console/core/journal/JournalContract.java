package com.maily.console.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Subscription;
import com.maily.console.core.port.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every journal promises, whatever it writes to. */
public abstract class JournalContract {

    protected static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    protected static final Actor EVE = new Actor("eve", "Console");

    /** Stands still, so that times can be compared. */
    protected static final Time STOPPED = new Time() {
        @Override
        public Instant instant() {
            return NOON;
        }

        @Override
        public double rate() {
            return 1;
        }
    };

    /** An empty journal on the stopped clock. */
    protected abstract Journal journal();

    @Test
    void entriesAreNumberedChainedAndReadBack() {
        try (Journal journal = journal()) {
            Entry first = journal.append("d-1", EVE, Runs.started());
            Entry second = journal.append("d-1", EVE, new Event.StepStarted("1.1", 1));
            assertThat(first.sequence()).isEqualTo(1);
            assertThat(first.previous()).isEqualTo(Entry.GENESIS);
            assertThat(second.previous()).isEqualTo(first.hash());
            assertThat(second.at()).isEqualTo(NOON);
            assertThat(journal.read(0, 10)).containsExactly(first, second);
            assertThat(journal.read(1, 10)).containsExactly(second);
            assertThat(journal.read(0, 1)).containsExactly(first);
            assertThat(journal.read(2, 10)).isEmpty();
            assertThat(journal.verify()).isEqualTo(new Journal.ChainCheck(2, 0, ""));
        }
    }

    @Test
    void theHistoryIsTheFoldOfAllEntries() {
        try (Journal journal = journal()) {
            assertThat(journal.history()).isEqualTo(History.EMPTY);
            journal.append("d-1", EVE, Runs.started());
            journal.append("d-1", EVE, new Event.StepStarted("1.1", 1));
            journal.append("d-2", EVE, Runs.started());
            assertThat(journal.history()).isEqualTo(History.of(journal.read(0, 10)));
            assertThat(journal.history().byId()).containsOnlyKeys("d-1", "d-2");
        }
    }

    @Test
    void aFollowerSeesThePresentAtOnceAndThenEachEntryOnce() {
        try (Journal journal = journal()) {
            journal.append("d-1", EVE, Runs.started());
            List<Long> seen = new ArrayList<>();
            Subscription subscription = journal.follow(history -> seen.add(history.size()));
            journal.append("d-1", EVE, new Event.Paused(""));
            journal.append("d-1", EVE, new Event.Resumed(""));
            subscription.close();
            subscription.close();
            journal.append("d-1", EVE, new Event.Paused(""));
            assertThat(seen).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void aFollowerThatFailsOrAppendsHurtsNobody() {
        try (Journal journal = journal()) {
            List<Long> seen = new ArrayList<>();
            journal.follow(history -> {
                if (history.size() == 1) {
                    journal.append("d-1", EVE, new Event.Paused("in turn"));
                    throw new IllegalStateException("a listener's own fault");
                }
            });
            journal.follow(history -> seen.add(history.size()));
            assertThat(journal.append("d-1", EVE, Runs.started()).sequence()).isEqualTo(1);
            assertThat(seen).containsExactly(0L, 1L, 2L);
            assertThat(journal.history().size()).isEqualTo(2);
        }
    }

    @Test
    void manyThreadsMayAppendAtOnce() throws Exception {
        try (Journal journal = journal()) {
            ConcurrentLinkedQueue<Long> given = new ConcurrentLinkedQueue<>();
            List<Long> seen = new ArrayList<>();
            journal.follow(history -> seen.add(history.size()));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 200; i++) {
                    threads.submit(() -> given.add(journal.append("d-1", EVE, new Event.StepNoted("1.1", "note")).sequence()));
                }
            }
            assertThat(given).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 200).boxed().toList());
            assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(0, 200).boxed().toList());
            assertThat(journal.verify()).isEqualTo(new Journal.ChainCheck(200, 0, ""));
        }
    }

    @Test
    void anInterruptedThreadStillRecordsWhatItDid() {
        try (Journal journal = journal()) {
            Thread.currentThread().interrupt();
            journal.append("d-1", EVE, Runs.started());
            assertThat(Thread.interrupted()).as("the interrupt is left for the caller").isTrue();
            assertThat(journal.read(0, 10)).hasSize(1);
        }
    }
}
