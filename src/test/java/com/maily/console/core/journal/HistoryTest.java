package com.maily.console.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Event DONE = new Event.DeploymentFinished(Event.Outcome.SUCCEEDED, "");

    private static History of(Object... idsAndEvents) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < idsAndEvents.length; i += 2) {
            entries.add(Runs.entry(entries.size() + 1L, (String) idsAndEvents[i], (Event) idsAndEvents[i + 1]));
        }
        return History.of(entries);
    }

    @Test
    void runsStandInTheOrderTheyWereStarted() {
        History history = of("z", Runs.started(), "a", Runs.started(), "z", DONE);
        assertThat(history.deployments()).extracting(Deployment::id).containsExactly("z", "a");
        assertThat(history.newestFirst("production")).extracting(Deployment::id).containsExactly("a", "z");
        assertThat(history.size()).isEqualTo(3);
    }

    @Test
    void theActiveRunOfAnEnvironmentIsTheOneThatIsNotOver() {
        History history = of("d-1", Runs.started("staging"), "d-2", Runs.started("production"), "d-1", DONE);
        assertThat(history.active("staging")).isEmpty();
        assertThat(history.newest("staging")).map(Deployment::id).contains("d-1");
        assertThat(history.active("production")).map(Deployment::id).contains("d-2");
        assertThat(history.active("nowhere")).isEmpty();
    }

    @Test
    void anEntryOfAnUnknownRunOnlyCounts() {
        History history = of("ghost", DONE);
        assertThat(history.byId()).isEmpty();
        assertThat(history.size()).isEqualTo(1);
    }

    @Test
    void aSecondStartDoesNotForgetTheFirst() {
        History history = of("d-1", Runs.started(), "d-1", DONE, "d-1", Runs.started());
        assertThat(history.deployment("d-1").orElseThrow().status()).isEqualTo(Deployment.Status.SUCCEEDED);
    }

    @Test
    void anEarlierHistoryIsNotChangedByALaterOne() {
        History one = of("d-1", Runs.started());
        History two = one.apply(Runs.entry(2, "d-2", Runs.started()));
        assertThat(one.byId()).containsOnlyKeys("d-1");
        assertThat(two.byId()).containsOnlyKeys("d-1", "d-2");
        assertThatThrownBy(() -> two.byId().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Quadratic copying took minutes for this; the bound is so wide that only a change in kind can miss it. */
    @Test
    void aLongJournalIsFoldedInTimeThatGrowsWithItsLengthOnly() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            entries.add(Runs.entry(entries.size() + 1L, "d-" + i, Runs.started()));
        }
        for (int i = 0; i < 200_000; i++) {
            entries.add(Runs.entry(entries.size() + 1L, "d-" + i % 1_000, new Event.StepNoted("1.1", "note")));
        }
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> assertThat(History.of(entries).byId()).hasSize(1_000));
    }
}
