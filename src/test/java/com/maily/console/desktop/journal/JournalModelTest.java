package com.maily.console.desktop.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Subscription;
import com.maily.console.desktop.widget.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JournalModelTest {

    private static final Instant START = Instant.parse("2025-11-20T03:00:00Z");
    private static final Actor MANAGER = new Actor("release-manager", "Console");

    private static Entry entry(long sequence, Actor actor, Event event) {
        return new Entry(sequence, START.plusSeconds(sequence), "run-1", actor, event, Entry.GENESIS, "a41f%060d".formatted(sequence));
    }

    private static List<JournalRow> rows(Entry... oldestFirst) {
        return List.of(oldestFirst).reversed().stream().map(e -> JournalRow.of(e, History.EMPTY)).toList();
    }

    private static final List<JournalRow> ROWS = rows(
            entry(1, MANAGER, new Event.Paused("look at the p99")),
            entry(2, Actor.system("Kubernetes"), new Event.StepSucceeded("3.1", "10 of 10 pods ready")),
            entry(3, Actor.system("Prometheus"), new Event.StepFailed("3.2",
                    new Failure.TimedOut("ai-service did not recover", "60 s elapsed", "Retry."))));

    /** A journal that only reads, from a list in memory, and counts the reads. */
    private static final class ListJournal implements Journal {
        final List<Entry> entries = new ArrayList<>();

        @Override
        public Entry append(String deployment, Actor actor, Event event) {
            throw new FailureException(new Failure.Rejected("append", "read only", ""));
        }

        @Override
        public List<Entry> read(long after, int limit) {
            return entries.stream().filter(e -> e.sequence() > after).limit(limit).toList();
        }

        @Override
        public History history() {
            return History.of(entries);
        }

        @Override
        public ChainCheck verify() {
            return new ChainCheck(entries.size(), 0, "");
        }

        @Override
        public Subscription follow(Consumer<History> listener) {
            return () -> { };
        }

        @Override
        public void close() { }
    }

    @Test
    void saysInWordsWhatHappenedAndInWhichState() {
        assertThat(ROWS).extracting(JournalRow::state).containsExactly(State.FAILED, State.DONE, State.HELD);
        assertThat(ROWS.getFirst().detail()).isEqualTo("ai-service did not recover: 60 s elapsed");
    }

    @Test
    void aVersionThatIsNotReadyIsNeverGreenAndACanaryThatIsGoneSaysSo() {
        Event unready = new Event.VersionObserved("email", true, "v2.0.4", "0 of 5 ready");
        Event gone = new Event.VersionObserved("api", false, "", "");
        JournalRow first = JournalRow.of(new Entry(1, Instant.EPOCH, "dep-1", Actor.SYSTEM, unready, Entry.GENESIS, Entry.GENESIS), History.EMPTY);
        JournalRow second = JournalRow.of(new Entry(2, Instant.EPOCH, "dep-1", Actor.SYSTEM, gone, Entry.GENESIS, Entry.GENESIS), History.EMPTY);
        assertThat(first.state()).isNotEqualTo(State.DONE);
        assertThat(second.detail()).contains("no canary runs any more");
    }

    @Test
    void findsByWordsAnywhereInTheRow() {
        assertThat(JournalFilter.ALL.text("prometheus RECOVER").of(ROWS)).extracting(r -> r.entry().sequence()).containsExactly(3L);
        assertThat(JournalFilter.ALL.text("a41f").of(ROWS)).hasSize(3);
        assertThat(JournalFilter.ALL.text("nothing like it").of(ROWS)).isEmpty();
    }

    @Test
    void leavesOutWhatIsUntickedAndKeepsTheCountsOfAll() {
        JournalFilter filter = JournalFilter.ALL.state(State.DONE, false).person("release-manager", false);
        JournalModel model = JournalModel.of(ROWS, 3, filter, Optional.empty());

        assertThat(model.rows()).extracting(r -> r.entry().sequence()).containsExactly(3L);
        assertThat(model.states()).containsEntry(State.DONE, 1L).containsEntry(State.FAILED, 1L);
        assertThat(model.people()).containsEntry("system", 2L);
        assertThat(filter.state(State.DONE, true).person("release-manager", true)).isEqualTo(JournalFilter.ALL);
    }

    @Test
    void readsTheNewestPageFirstAndOlderOnesOnDemand() {
        ListJournal journal = new ListJournal();
        for (int i = 1; i <= 1_200; i++) {
            journal.entries.add(entry(i, MANAGER, new Event.Paused("")));
        }
        JournalPages pages = new JournalPages(journal);
        History history = journal.history();

        assertThat(pages.refresh(history)).hasSize(500).first().extracting(r -> r.entry().sequence()).isEqualTo(1_200L);
        journal.entries.add(entry(1_201, MANAGER, new Event.Resumed("")));
        assertThat(pages.refresh(journal.history())).hasSize(501);
        assertThat(pages.older(history)).hasSize(1_001);
        assertThat(pages.downTo(3, history)).hasSize(1_201).last().extracting(r -> r.entry().sequence()).isEqualTo(1L);
    }

    @Test
    void showsAnEntryAsJson() {
        assertThat(EntryJson.of(ROWS.getFirst().entry())).contains("\"type\" : \"StepFailed\"").contains("\"why\" : \"60 s elapsed\"");
    }
}
