package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.GitOpsState.Health;
import com.maily.console.core.port.GitOpsState.Sync;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link GitOps} must do, over the wire and in memory. */
public abstract class GitOpsContract {

    private GitOpsHarness world;
    private GitOps gitOps;

    protected abstract GitOpsHarness open() throws Exception;

    @BeforeEach
    void openWorld() throws Exception {
        world = open();
        gitOps = world.gitOps();
    }

    @AfterEach
    void closeWorld() {
        world.close();
    }

    private GitOpsState now() {
        return gitOps.observe(world.component()).orElseThrow();
    }

    private GitOpsState until(Predicate<GitOpsState> expected) {
        return Eventually.read(world::pass, this::now, expected);
    }

    private void paused() {
        assertThat(gitOps.pauseAutoSync(world.application(), "a test")).isNotBlank();
    }

    @Test
    void tellsWhoOwnsAComponentAndWhatGitWants() {
        GitOpsState state = until(one -> one.sync() == Sync.SYNCED);
        assertThat(state.application()).isEqualTo(world.application());
        assertThat(state.wants(world.running())).isTrue();
        assertThat(state.health()).isEqualTo(Health.HEALTHY);
        assertThat(state.autoSync().on()).isTrue();
        assertThat(state.wouldUndo()).isTrue();
        assertThat(state.drift()).isEmpty();
        assertThat(state.window()).isEmpty();
        assertThat(state.workloads()).containsExactly(world.component().target());
        assertThat(state.words()).isEqualTo("In sync");
    }

    @Test
    void whatNobodyOwnsIsAbsent() {
        assertThat(gitOps.observe(List.of(world.component(), world.unowned()))).containsOnlyKeys(world.component().name());
    }

    @Test
    void itsHistoryIsNewestFirstAndEachEntryTellsWhatItBrought() {
        List<GitOpsState.Deployed> history = now().history();
        assertThat(history.getFirst().at()).isAfter(history.get(1).at());
        assertThat(gitOps.artifactAt(world.component(), world.application(), history.getFirst().revision()))
                .contains(world.running());
        assertThat(gitOps.artifactAt(world.component(), world.application(), history.get(1).revision()))
                .contains(world.earlier());
    }

    @Test
    void whatIsChangedByHandIsUndoneWhileItHealsItself() {
        world.changeByHand(world.earlier());
        assertThat(world.runs()).isEqualTo(world.earlier());
        Eventually.read(world::pass, world::runs, world.running()::equals);
    }

    @Test
    void pausedItUndoesNothingAndTellsTheDifference() {
        paused();
        world.changeByHand(world.earlier());
        GitOpsState drifted = until(one -> one.sync() == Sync.OUT_OF_SYNC);
        world.pass(Duration.ofMinutes(10));
        assertThat(world.runs()).isEqualTo(world.earlier());
        assertThat(drifted.drift()).singleElement().asString().contains(world.component().target(), world.earlier().version(),
                "Git wants " + world.running().version());
        assertThat(drifted.words()).isEqualTo("Drift, sync held");
    }

    @Test
    void aPauseIsRememberedAndGivenBackExactly() {
        GitOpsState.AutoSync before = now().autoSync();
        paused();
        assertThat(now().autoSync().on()).isFalse();
        assertThat(now().remembered()).contains(before);
        assertThat(gitOps.restoreAutoSync(world.application(), now().remembered().orElseThrow())).isNotBlank();
        assertThat(now().autoSync()).isEqualTo(before);
        assertThat(now().remembered()).isEmpty();
    }

    @Test
    void askedForWhatAlreadyIsItSendsNothing() {
        until(one -> one.sync() == Sync.SYNCED);
        assertThat(gitOps.restoreAutoSync(world.application(), now().autoSync())).isEmpty();
        assertThat(gitOps.sync(world.application())).isEmpty();
        assertThat(gitOps.terminate(world.application())).isEmpty();
        paused();
        assertThat(gitOps.pauseAutoSync(world.application(), "again")).isEmpty();
    }

    @Test
    void aRollbackIsRefusedWhileItSyncsByItself() {
        long entry = now().history().get(1).id();
        assertThatThrownBy(() -> gitOps.rollBack(world.application(), entry)).isInstanceOfSatisfying(FailureException.class,
                refused -> {
            assertThat(refused.failure()).isInstanceOf(Failure.Rejected.class);
            assertThat(refused.failure().why()).contains("auto-sync");
        });
        assertThat(world.runs()).isEqualTo(world.running());
    }

    @Test
    void aRollbackTakesBackWhatItsEntryBroughtAndStaysApartFromGit() {
        paused();
        int entries = now().history().size();
        gitOps.rollBack(world.application(), now().history().get(1).id());
        assertThat(now().operating()).isTrue();
        GitOpsState after = until(one -> !one.operating() && one.sync() == Sync.OUT_OF_SYNC && one.health() == Health.HEALTHY);
        assertThat(world.runs()).isEqualTo(world.earlier());
        assertThat(after.history()).hasSize(entries + 1);
        assertThat(after.operation()).hasValueSatisfying(last -> assertThat(last.phase()).isEqualTo("Succeeded"));
    }

    /** When an operation has just succeeded, sync and health are still those from before it. */
    @Test
    void whatWasTrueBeforeAnOperationIsNeverToldAsItsResult() {
        paused();
        gitOps.rollBack(world.application(), now().history().get(1).id());
        for (int i = 0; i < 60; i++) {
            GitOpsState state = now();
            if (state.operation().filter(last -> last.phase().equals("Succeeded")).isPresent()) {
                assertThat(state.sync()).as("%s", state).isNotEqualTo(Sync.SYNCED);
                assertThat(state.sync() == Sync.UNKNOWN || world.runs().equals(world.earlier())).isTrue();
            }
            world.pass(Duration.ofMillis(20));
        }
    }

    @Test
    void oneOperationAtATime() {
        paused();
        gitOps.rollBack(world.application(), now().history().get(1).id());
        assertThatThrownBy(() -> gitOps.rollBack(world.application(), now().history().get(1).id()))
                .isInstanceOfSatisfying(FailureException.class, busy ->
                        assertThat(busy.failure()).isInstanceOf(Failure.Conflict.class));
    }

    @Test
    void aSyncAppliesWhatGitSays() {
        paused();
        world.changeByHand(world.earlier());
        until(one -> one.sync() == Sync.OUT_OF_SYNC);
        assertThat(gitOps.sync(world.application())).isNotBlank();
        until(one -> one.sync() == Sync.SYNCED);
        assertThat(world.runs()).isEqualTo(world.running());
    }

    @Test
    void aCommitIsWantedAtOnceAndAppliedByItself() {
        world.commit("v2.2.0");
        GitOpsState state = until(one -> one.wanted().artifact().filter(wants -> wants.version().equals("v2.2.0")).isPresent());
        assertThat(state.wants(world.running())).isFalse();
        Eventually.read(world::pass, world::runs, artifact -> artifact.version().equals("v2.2.0"));
    }
}
