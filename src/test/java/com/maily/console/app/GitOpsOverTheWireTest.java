package com.maily.console.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.cli.Services;
import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.GitOpsDesk;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.engine.Reminder;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Hold;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.BoxPorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rollback where Argo CD heals itself and Git wants the bad version: T11 and T12 of the troubles people have with other tools,
 * through the real adapters.
 */
class GitOpsOverTheWireTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final String PRODUCTION = "production";
    private static final Actor ON_CALL = new Actor("on-call", "Console");
    private static final Commands.Undo API = new Commands.Undo(PRODUCTION, List.of("api"), Optional.empty(),
            "api is over its limits");

    @TempDir
    private Path folder;
    private Box box;
    private Console console;

    @BeforeEach
    void open() {
        box = Box.start("gitops", 77, 60, folder);
        console = new Wiring("test").open(new Services.Files(Optional.of(box.workspace()), Optional.of(box.journal())));
    }

    @AfterEach
    void close() {
        console.close();
        box.close();
    }

    private Deployment newest() {
        return console.journal().history().newest(PRODUCTION).orElseThrow();
    }

    private Deployment until(Predicate<Deployment> expected) {
        return Eventually.read(MOST, this::newest, expected);
    }

    private String runs() {
        BoxPorts truth = new BoxPorts(box.world(), PRODUCTION);
        return truth.deployer(console.workspace().component("api").orElseThrow())
                .observe(console.workspace().component("api").orElseThrow(), Track.STABLE).artifact().orElseThrow().version();
    }

    private static boolean failed(Deployment run) {
        return run.steps().values().stream().anyMatch(step -> step.status() == StepState.Status.FAILED);
    }

    private static StepState the(Deployment run, Class<? extends Step> kind) {
        return run.steps().values().stream().filter(step -> kind.isInstance(step.step())).findFirst().orElseThrow();
    }

    private List<Hold> holds() {
        return console.journal().history().holds(PRODUCTION);
    }

    private Deployment rolledBack() {
        Outcome.require(console.commands().rollBack(API, ON_CALL));
        return until(Deployment::over);
    }

    @Test
    void t11ThePreflightSaysThatArgoCdWouldUndoItAndThePlanPausesItFirst() {
        Commands.Preview preview = console.commands().previewRollback(API);
        assertThat(preview.checks()).filteredOn(check -> check.title().equals("Who else writes it")).singleElement()
                .satisfies(check -> {
            assertThat(check.result()).isEqualTo(PreflightCheck.Result.WARN);
            assertThat(check.detail()).contains("api-production", "self-heal", "would undo this", "pauses it first",
                    "Goes back by its history", "entry 0");
        });
        assertThat(preview.plan().orElseThrow().steps()).extracting(step -> step.title()).containsSubsequence(
                "Pause auto-sync of api-production", "Restore api", "Verify the rollback", "Restore auto-sync of api-production");

        Deployment run = rolledBack();

        assertThat(run.status()).as("%s", run.steps().values()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(runs()).isEqualTo("v2.0.4");
        assertThat(console.journal().read(0, Integer.MAX_VALUE)).extracting(entry -> entry.event())
                .filteredOn(Event.StepActed.class::isInstance).extracting(event -> ((Event.StepActed) event).command())
                .contains("argocd app rollback api-production 0");
        assertThat(the(run, Step.RestoreAutoSync.class).proof()).contains("stays paused", "Git does not want v2.0.4");
    }

    /** It could not be asked beforehand, so nobody paused it: what it undoes is noticed within the restore itself. */
    @Test
    void t11WithoutThePauseTheReReversionIsNoticedAndArgoCdIsNamed() {
        box.world().argoCd().down(true);
        Commands.Preview preview = console.commands().previewRollback(API);
        assertThat(preview.checks()).filteredOn(check -> check.title().equals("Who else writes it")).singleElement()
                .satisfies(check -> assertThat(check.result()).isEqualTo(PreflightCheck.Result.UNKNOWN));
        assertThat(preview.plan().orElseThrow().steps()).noneMatch(Step.PauseAutoSync.class::isInstance);
        Outcome.require(console.commands().rollBack(API, ON_CALL));
        box.world().argoCd().down(false);

        Deployment run = until(GitOpsOverTheWireTest::failed);

        Failure failure = run.steps().values().stream().flatMap(step -> step.failure().stream()).findFirst().orElseThrow();
        assertThat(failure.sentence()).contains("api did not stay rolled back", "Argo CD's application api-production",
                "re-applied v2.1.0", "mailyctl gitops pause --component api");

        new GitOpsDesk(console, PRODUCTION).pause("api", "it undoes the rollback", ON_CALL);
        String step = run.steps().values().stream().filter(one -> one.failure().isPresent()).findFirst()
                .orElseThrow().step().id();
        console.commands().retry(run.id(), step, ON_CALL);
        assertThat(until(Deployment::over).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(runs()).isEqualTo("v2.0.4");
    }

    @Test
    void t11WhoSwitchesItOnAgainDuringTheVerificationIsFoundOut() {
        Outcome.require(console.commands().rollBack(API, ON_CALL));
        until(run -> the(run, Step.Restore.class).status() == StepState.Status.DONE);
        box.world().argoCd().automate("api-production", true);

        Deployment run = until(GitOpsOverTheWireTest::failed);

        assertThat(the(run, Step.Soak.class).failure().orElseThrow().sentence()).contains("api-production re-applied v2.1.0");
    }

    @Test
    void t12WhatStaysPausedIsRemindedOfUntilGitWantsWhatRuns() {
        rolledBack();

        assertThat(holds()).singleElement().satisfies(hold -> {
            assertThat(hold.application()).isEqualTo("api-production");
            assertThat(hold.components()).containsExactly("api");
            assertThat(hold.policy()).isEqualTo("{\"prune\":true,\"selfHeal\":true}");
        });
        List<Reminder> weekLater = Reminder.of(console.journal().history(), PRODUCTION, holds().getFirst().since()
                .plus(Duration.ofDays(7)));
        assertThat(weekLater).singleElement().satisfies(reminder ->
                assertThat(reminder.text()).contains("api-production is paused",
                "7 days", "what Git says of api is not applied"));

        box.world().argoCd().commit("api-production", "v2.0.4");

        Eventually.read(MOST, this::holds, List::isEmpty);
        GitOpsState state = new GitOpsDesk(console, PRODUCTION).states().get("api");
        assertThat(state.autoSync()).isEqualTo(new GitOpsState.AutoSync(true, true, "{\"prune\":true,\"selfHeal\":true}"));
        assertThat(runs()).isEqualTo("v2.0.4");
    }

    @Test
    void aPersonRestoresOnlyKnowingWhatGitWouldChange() {
        rolledBack();
        GitOpsDesk desk = new GitOpsDesk(console, PRODUCTION);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(FailureException.class, () ->
                desk.restore("api", false, "it is morning", ON_CALL)).failure().why())
                .isEqualTo("api runs v2.0.4, Git wants v2.1.0.");
        assertThat(holds()).hasSize(1);

        assertThat(desk.restore("api", true, "v2.1.0 is fixed by a flag", ON_CALL)).contains("Restored auto-sync with self-heal");

        assertThat(holds()).isEmpty();
        Eventually.read(MOST, this::runs, "v2.1.0"::equals);
    }
}
