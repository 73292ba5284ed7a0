package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.engine.Commands.Answer;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Guard;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Job;
import com.maily.console.core.port.Permission;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.Rights.Action;
import com.maily.console.core.port.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing is sent where the console only reads, nothing unconfirmed where it is protected, nothing our account may not do. */
class GuardsTest {

    private static final Actor OTHER = new Actor("somebody-else", "Console");

    private final Stand stand = new Stand();

    private void guard(Guard guard) {
        stand.become(guard);
    }

    @Test
    void aReadOnlyEnvironmentIsPreviewedButNeverWrittenTo() {
        guard(new Guard(true, false));
        Commands.Preview preview = stand.commands().previewDeployment(Stand.wanted(1, 3, true));
        assertThat(preview.plan()).isPresent();
        assertThat(preview.mayStart()).isFalse();
        assertThat(refusal(stand.commands().start(Stand.wanted(1, 3, true), Stand.SOMEBODY)).what())
                .isEqualTo("production is read-only");
        assertThat(refusal(stand.commands().rollBack(Stand.undo("api"), Stand.SOMEBODY)).what())
                .isEqualTo("production is read-only");
        assertThat(stand.production.writes).isEmpty();
        assertThat(stand.journal.history().deployments()).isEmpty();
    }

    @Test
    void thereIsNoWayAroundAReadOnlyEnvironment() {
        guard(new Guard(true, false));
        Platforms ports = stand.console.platforms("production");
        Component api = stand.workspace.component("api").orElseThrow();
        assertThat(ports.deployer(api).observe(api, Track.STABLE).artifact()).isPresent();
        List<Runnable> writes = List.of(() -> ports.deployer(api).deploy(api, Track.STABLE, Maily.NEW.artifact("api")
                .orElseThrow()),
                () -> ports.deployer(api).scale(api, Track.CANARY, 3), () -> ports.router(api).set(api, Weight.ofPercent(5)),
                () -> ports.jobs().start(new Job.Spec("x", "y", List.of())),
                () -> ports.notifier().orElseThrow().send("hello"));
        writes.forEach(write -> assertThatThrownBy(write::run).isInstanceOf(FailureException.class)
                .hasMessageContaining("production is read-only"));
        assertThat(stand.production.writes).isEmpty();
    }

    @Test
    void aRunThatGoesOnInAnEnvironmentThatBecameReadOnlyWritesNothingMore() {
        String id = stand.start(Stand.wanted(2, 2, false));
        stand.play(() -> !stand.production.writes.isEmpty());
        int before = stand.production.writes.size();
        stand.become(new Guard(true, false));
        stand.play(() -> Ready.waitsForPerson(stand.run(id)));
        assertThat(stand.production.writes).hasSize(before);
        assertThat(refusal(stand.commands().retry(id, firstFailed(id), Stand.SOMEBODY)).what())
                .isEqualTo("production is read-only");
    }

    private String firstFailed(String id) {
        return stand.run(id).steps().values().stream()
                .filter(step -> step.status() == StepState.Status.FAILED).findFirst().orElseThrow()
                .step().id();
    }

    @Test
    void aProtectedEnvironmentWantsItsNameOnceForEachOrder() {
        guard(new Guard(false, true));
        Failure unconfirmed = refusal(stand.commands().start(Stand.wanted(2, 2, false), Stand.SOMEBODY));
        assertThat(unconfirmed.what()).isEqualTo("production is protected");
        assertThat(unconfirmed.advice()).contains("--confirm=production");
        assertThat(refusal(stand.commands().confirm("production", "prodution", Stand.SOMEBODY)).why()).contains("prodution");
        assertThat(stand.commands().confirm("production", "production", Stand.SOMEBODY)).isInstanceOf(Answer.Accepted.class);
        assertThat(refusal(stand.commands().start(Stand.wanted(2, 2, false), OTHER)).what()).as("only who typed it")
                .isEqualTo("production is protected");
        String id = Stand.accepted(stand.commands().start(Stand.wanted(2, 2, false), Stand.SOMEBODY));
        assertThat(refusal(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY)).what()).as("used up")
                .isEqualTo("production is protected");
        assertThat(stand.playToTheEnd(id).over()).as("what was confirmed goes on without").isTrue();
    }

    @Test
    void aNameTypedLongAgoDoesNotCount() {
        guard(new Guard(false, true));
        stand.commands().confirm("production", "production", Stand.SOMEBODY);
        stand.time.advanceTo(stand.time.instant().plus(Duration.ofMinutes(3)));
        assertThat(refusal(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY)).what()).isEqualTo("production is protected");
    }

    @Test
    void loweringTrafficWaitsForNoNameAndRaisingDoes() {
        guard(new Guard(false, true));
        stand.commands().confirm("production", "production", Stand.SOMEBODY);
        String id = Stand.accepted(stand.commands().start(Stand.wanted(3, 3, true), Stand.SOMEBODY));
        stand.play(() -> {
            stand.gate(id).ifPresent(step -> stand.commands().answer(id, step.step().id(), true, "", Stand.SOMEBODY));
            return stand.weight("api").equals(Weight.ofPercent(10));
        });
        assertThat(refusal(stand.commands().shift(id, "api", Weight.ofPercent(50), Stand.SOMEBODY)).what())
                .isEqualTo("production is protected");
        assertThat(stand.commands().shift(id, "api", Weight.ZERO, Stand.SOMEBODY)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void whatOurAccountMayNotDoIsRefusedBeforeAnythingIsSentAndTheVerbIsNamed() {
        stand.production.rights = denying("api", Action.SHIFT, "Our account may not patch httproutes in maily.");
        Commands.Preview preview = stand.commands().previewDeployment(Stand.wanted(3, 3, true));
        assertThat(preview.checks()).filteredOn(check -> check.result() == PreflightCheck.Result.FAIL).singleElement()
                .satisfies(check -> {
                    assertThat(check.subject()).isEqualTo("api");
                    assertThat(check.title()).isEqualTo("Rights");
                    assertThat(check.detail()).isEqualTo("Our account may not patch httproutes in maily.");
                });
        Failure refusal = refusal(stand.commands().start(Stand.wanted(3, 3, true), Stand.SOMEBODY));
        assertThat(refusal).isInstanceOf(Failure.Denied.class);
        assertThat(refusal.why()).contains("may not patch httproutes in maily");
        assertThat(stand.production.writes).isEmpty();
        assertThat(stand.commands().previewDeployment(Stand.wanted(2, 2, false)).mayStart())
                .as("others are not concerned").isTrue();
    }

    @Test
    void whoMayNotMoveTrafficMayStillUndoWhatHasNone() {
        String id = stand.start(Stand.wanted(2, 3, false));
        stand.playToTheEnd(id);
        stand.production.rights = denying("api", Action.SHIFT, "Our account may not patch httproutes in maily.");
        assertThat(stand.commands().previewRollback(Stand.undo("api")).mayStart()).isTrue();
        stand.production.rights = denying("api", Action.UNDO, "Our account may not patch deployments in maily.");
        stand.time.advanceTo(stand.time.instant().plusSeconds(61));
        assertThat(refusal(stand.commands().rollBack(Stand.undo("api"), Stand.SOMEBODY)).why()).contains("patch deployments");
    }

    @Test
    void whatIsNotKnownMayBeTriedAndIsSaid() {
        stand.production.rights = Rights.UNTOLD;
        Commands.Preview preview = stand.commands().previewDeployment(Stand.wanted(2, 2, false));
        assertThat(preview.mayStart()).isTrue();
        assertThat(preview.checks()).filteredOn(check -> check.title().equals("Rights")).extracting(PreflightCheck::result)
                .containsExactly(PreflightCheck.Result.UNKNOWN);
    }

    @Test
    void aCanaryWhoseRouteWeMayNotWriteIsNotShiftedByHand() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> {
            stand.gate(id).ifPresent(step -> stand.commands().answer(id, step.step().id(), true, "", Stand.SOMEBODY));
            return stand.weight("api").equals(Weight.ofPercent(10));
        });
        stand.production.rights = denying("api", Action.SHIFT, "Our account may not patch httproutes in maily.");
        assertThat(refusal(stand.commands().shift(id, "api", Weight.ZERO, Stand.SOMEBODY)).why()).contains("patch httproutes");
    }

    /** A laptop that slept: the preview on the screen is of yesterday, and so is what would be done with it. */
    @Test
    void t20AfterANightTheWorldIsLookedAtAgainBeforeAnythingIsDone() {
        String id = stand.start(Stand.wanted(2, 3, false));
        stand.playToTheEnd(id);
        Commands.Preview yesterday = stand.commands().previewRollback(Stand.undo("api", "email"));
        assertThat(yesterday.plan().orElseThrow().steps()).anyMatch(step -> step.about().equals(Optional.of("email")));
        stand.time.advanceTo(stand.time.instant().plus(Duration.ofHours(9)));
        stand.production.track("email", Track.STABLE).run(Maily.OLD.artifact("email").orElseThrow(), stand.time.instant());
        stand.time.advanceTo(stand.time.instant().plus(Duration.ofMinutes(5)));
        String back = Stand.accepted(stand.commands().rollBack(Stand.undo("api", "email"), Stand.SOMEBODY));
        assertThat(stand.run(back).plan().steps()).as("email went back by itself overnight")
                .noneMatch(step -> step instanceof Step.Restore restore
                        && restore.component().equals("email"));
    }

    private Rights denying(String component, Action denied, String why) {
        return new Rights() {
            @Override
            public Permission may(Component asked, Action action) {
                return asked.name().equals(component) && action == denied
                        ? new Permission.Denied(new Failure.Denied("off", why, "Ask."), stand.time.instant())
                        : new Permission.Allowed(stand.time.instant());
            }

            @Override
            public Permission may(Action action) {
                return new Permission.Allowed(stand.time.instant());
            }

            @Override
            public Permission known(Component asked, Action action) {
                return may(asked, action);
            }
        };
    }

    private static Failure refusal(Answer answer) {
        return switch (answer) {
            case Answer.Refused refused -> refused.why();
            case Answer.Accepted accepted -> throw new AssertionError("accepted as " + accepted.deployment());
        };
    }
}
