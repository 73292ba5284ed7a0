package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.History;
import com.maily.console.core.model.Environment;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.Story;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be made as Git says. */
class SyncModelTest {

    private static final Environment PRODUCTION = new Environment("production", true, Map.of());

    private static GitReading reading(int age, GitOpsState... states) {
        return new GitReading(java.util.Arrays.stream(states).collect(java.util.stream.Collectors.toMap(GitOpsState::component,
                state -> state)), new SourceState("Argo CD", Duration.ofSeconds(10), Optional.of(Story.NOW.minusSeconds(age)), ""),
                Optional.empty());
    }

    private static SyncModel model(GitReading reading) {
        return SyncModel.of(PRODUCTION, Optional.of(reading), History.EMPTY, Story.NOW);
    }

    @Test
    void onlyWhatDiffersIsListed() {
        SyncModel model = model(reading(1, HandGitOps.state("api", true, false, ""), HandGitOps.state("email", false, false, "")));
        assertThat(model.drifts()).extracting(SyncModel.Drift::application).containsExactly("maily-api");
        assertThat(model.possible()).isTrue();
    }

    @Test
    void whatWasPausedSaysThatItRatherStays() {
        assertThat(model(reading(1, HandGitOps.state("api", true, true, ""))).drifts().getFirst().held())
                .isEqualTo("Auto-sync is paused.");
    }

    @Test
    void aClosedWindowIsSaid() {
        assertThat(model(reading(1, HandGitOps.state("api", true, false, "The window night is closed."))).drifts().getFirst().closed())
                .isEqualTo("The window night is closed.");
    }

    @Test
    void whatIsOldIsNotSynced() {
        assertThat(model(reading(90, HandGitOps.state("api", true, false, ""))).possible()).isFalse();
    }

    @Test
    void duringARunDriftMayBeTheRunsOwnDoing() {
        SyncModel model = SyncModel.of(PRODUCTION, Optional.of(reading(1, HandGitOps.state("api", true, false, ""))),
                History.of(Story.entries()), Story.NOW);
        assertThat(model.drifts()).hasSize(1);
        assertThat(model.off()).contains("run is at work");
        assertThat(model.possible()).isFalse();
    }
}
