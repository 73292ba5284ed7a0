package com.maily.console.desktop.fx;

import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.journal.Runs;
import com.maily.console.core.model.Actor;
import com.maily.console.core.port.Time;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class EntryTailTest {

    private volatile List<Long> shown = List.of();

    @Test
    void showsTheNewestLinesInOrderHoweverTheyCame() throws Exception {
        FxToolkit.registerPrimaryStage();
        try (Journal journal = new MemoryJournal(Time.WALL)) {
            EntryTail tail = new EntryTail(journal, 4, entries -> shown = entries.stream().map(Entry::sequence).toList());
            journal.append("d-1", Actor.SYSTEM, Runs.started());
            tail.reach(1);
            until(List.of(1L));
            append(journal, 2);
            tail.reach(3);
            until(List.of(1L, 2L, 3L));
            append(journal, 2);
            tail.reach(5);
            until(List.of(2L, 3L, 4L, 5L));
            append(journal, 20);
            tail.reach(25);
            until(List.of(22L, 23L, 24L, 25L));
        }
    }

    private static void append(Journal journal, int count) {
        for (int i = 0; i < count; i++) {
            journal.append("d-1", Actor.SYSTEM, new Event.StepNoted("1.1", "line " + i));
        }
    }

    private void until(List<Long> wanted) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> shown.equals(wanted));
    }
}
