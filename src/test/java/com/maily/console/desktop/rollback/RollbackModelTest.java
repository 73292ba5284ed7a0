package com.maily.console.desktop.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.PreflightCheck;
import com.maily.console.core.journal.Entry;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.desktop.rollback.RollbackModel.Checked;
import com.maily.console.desktop.rollback.RollbackModel.Known;
import com.maily.console.desktop.rollback.RollbackModel.Mood;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RollbackModelTest {

    private static final Instant START = Instant.parse("2025-11-20T03:00:00Z");
    private static final Release OLD = new Release("v2.0.4", Map.of(), "", "", "");
    private static final Release NEW = new Release("v2.1.0", Map.of(), "", "", "");
    private static final Workspace WORKSPACE = new Workspace("maily", List.of(component("api", Routing.GATEWAY_API),
            component("frontend", Routing.ROLLING_RELEASE), component("redis", Routing.NONE)),
            List.of(new Environment("production", true, Map.of())), List.of(), Map.of(), Map.of(), List.of(NEW, OLD), ClockSetting.WALL);

    private final List<Entry> entries = new ArrayList<>();

    private static Component component(String name, String routing) {
        return new Component(name, Criticality.CRITICAL, "kubernetes", "deployment/" + name, new Routing(routing, name), List.of(),
                List.of(Weight.ofPercent(25), Weight.FULL));
    }

    private static Step.Base base(String id, String title, long seconds, String... after) {
        return new Step.Base(id, title, Stage.KUBERNETES, "production", List.of(after), Duration.ofSeconds(seconds), Duration.ofMinutes(5));
    }

    private static Step.Restore restore(String id, String component, long seconds, String... after) {
        return new Step.Restore(base(id, "Restore " + component, seconds, after), component,
                new Artifact.Image("v2.0.4", "ghcr.io/maily/" + component + ":v2.0.4"));
    }

    private static final Plan BACK = new Plan(Plan.Intent.BACK, "production", "v2.0.4", "v2.1.0", List.of(
            new Phase(1, "Back", "", List.of(restore("1.1", "frontend", 15), restore("1.2", "api", 40, "1.1"))),
            new Phase(2, "Verify", "", List.of(new Step.Soak(base("2.1", "Error rate under 0.01 % for 2 min", 120),
                    Duration.ofMinutes(2), List.of("api"))))));

    private static final Plan FORWARD = new Plan(Plan.Intent.FORWARD, "production", "v2.1.0", "v2.0.4", List.of(
            new Phase(3, "Full", "", List.of(new Step.Deploy(base("3.1", "Deploy api", 60), "api",
                    new Artifact.Image("v2.1.0", "ghcr.io/maily/api:v2.1.0"))))));

    private void happened(String run, long second, Event event) {
        entries.add(new Entry(entries.size() + 1, START.plusSeconds(second), run, Actor.SYSTEM, event, "", ""));
    }

    private Known known(Commands.Preview preview, RollbackChoice choice, long second) {
        Instant now = START.plusSeconds(second);
        return new Known(WORKSPACE, "production", History.of(entries), Optional.of(new Checked(preview, now, RollbackModel.FRESH)), choice, now);
    }

    private static PreflightCheck check(String subject, PreflightCheck.Result result, String detail) {
        return new PreflightCheck(subject, "revision kept", result, detail, START);
    }

    private static Commands.Preview preview(PreflightCheck... checks) {
        return new Commands.Preview(Optional.of(BACK), List.of(checks), Optional.empty());
    }

    private void apiFailed() {
        happened("run-1", 0, new Event.DeploymentStarted(FORWARD, NEW, "", ""));
        happened("run-1", 1, new Event.StepStarted("3.1", 1));
        happened("run-1", 60, new Event.WeightObserved("api", Weight.FULL, Weight.FULL, ""));
        happened("run-1", 100, new Event.StepFailed("3.1", new Failure.TimedOut("api is not ready", "4 of 6 pods", "Roll back.")));
    }

    @Test
    void saysWhatIsFailingAndSinceWhenTheClockRuns() {
        apiFailed();

        RollbackModel model = RollbackModel.of(known(preview(check("api", PreflightCheck.Result.PASS, "ReplicaSet kept"),
                check("frontend", PreflightCheck.Result.WARN, "slow")), RollbackChoice.EVERYTHING, 232));

        assertThat(model.mood()).isEqualTo(Mood.FAILING);
        assertThat(model.headline()).isEqualTo("api is failing at 100 %");
        assertThat(model.button()).isEqualTo("Roll back everything to v2.0.4");
        assertThat(model.mayHold()).isTrue();
        assertThat(model.clock().orElseThrow().used()).isEqualTo(Duration.ofSeconds(132));
        assertThat(model.command()).isEqualTo("mailyctl rollback --env=production --components=all --to-version=v2.0.4");
        assertThat(model.untouched()).isEqualTo("Not touched: redis");
    }

    @Test
    void ordersRowsInWavesAndShowsWhatThePreflightSaidOfEach() {
        apiFailed();
        RollbackModel model = RollbackModel.of(known(preview(check("api", PreflightCheck.Result.UNKNOWN, "no answer")),
                RollbackChoice.EVERYTHING, 232));

        assertThat(model.rows()).extracting(RollbackRow::component).containsExactly("frontend", "api");
        assertThat(model.rows()).extracting(RollbackRow::state).containsExactly(State.QUEUED, State.STALE);
        assertThat(model.rows().get(1).begins()).isEqualTo(Duration.ofSeconds(15));
        assertThat(model.rows().get(1).wave()).isEqualTo(2);
        assertThat(model.needs()).isEqualTo(Duration.ofSeconds(175));
    }

    @Test
    void aFailedCheckKeepsTheButtonOffWithItsReason() {
        apiFailed();
        RollbackModel model = RollbackModel.of(known(preview(check("api", PreflightCheck.Result.FAIL, "the ReplicaSet is gone")),
                RollbackChoice.EVERYTHING, 232));

        assertThat(model.mayHold()).isFalse();
        assertThat(model.blocked()).isEqualTo("api: the ReplicaSet is gone");
    }

    @Test
    void nothingSelectedIsOffWithThatReason() {
        apiFailed();
        RollbackModel model = RollbackModel.of(known(preview(), new RollbackChoice(Set.of("api", "frontend", "redis"), Optional.empty()),
                232));

        assertThat(model.blocked()).isEqualTo("Nothing is selected.");
        assertThat(model.command()).doesNotContain("--components=all");
    }

    @Test
    void withoutAPlanThereIsNothingToRollBack() {
        RollbackModel model = RollbackModel.of(known(new Commands.Preview(Optional.empty(), List.of(),
                Optional.of(new Failure.Rejected("Nothing to roll back", "production runs v2.0.4", "Deploy first."))),
                RollbackChoice.EVERYTHING, 0));

        assertThat(model.mood()).isEqualTo(Mood.NOTHING);
        assertThat(model.headline()).isEqualTo("Nothing to roll back: production is on v2.0.4");
        assertThat(model.mayHold()).isFalse();
    }

    @Test
    void whileItRunsEachRowShowsTheProofThatWasReadBack() {
        apiFailed();
        happened("back-1", 240, new Event.DeploymentStarted(BACK, OLD, "run-1", "api fails"));
        happened("back-1", 241, new Event.StepStarted("1.1", 1));
        happened("back-1", 253, new Event.StepSucceeded("1.1", "deployment dpl_1 serves v2.0.4"));
        happened("back-1", 253, new Event.StepStarted("1.2", 1));
        happened("back-1", 260, new Event.StepNoted("1.2", "7 of 10 pods"));

        RollbackModel model = RollbackModel.of(known(preview(), RollbackChoice.EVERYTHING, 270));

        assertThat(model.mood()).isEqualTo(Mood.GOING_BACK);
        assertThat(model.rows()).extracting(RollbackRow::result).containsExactly("Back in 12s", "Running, 7 of 10 pods");
        assertThat(model.rows().getFirst().detail()).isEqualTo("deployment dpl_1 serves v2.0.4");
        assertThat(model.rows().getFirst().state()).isEqualTo(State.ROLLED_BACK);
        assertThat(model.checks()).singleElement().extracting(RollbackCheck::state).isEqualTo(State.QUEUED);
        assertThat(model.progress()).isBetween(0.1, 0.5);
        assertThat(model.clock().orElseThrow().since()).isEqualTo(START.plusSeconds(100));
        assertThat(model.mayHold()).isFalse();
    }

    @Test
    void noTimeIsEverNegativeHoweverFarTheScreensClockIsBehind() {
        apiFailed();
        happened("back-1", 240, new Event.DeploymentStarted(BACK, OLD, "run-1", "api fails"));
        happened("back-1", 241, new Event.StepStarted("2.1", 1));

        RollbackModel model = RollbackModel.of(known(preview(), RollbackChoice.EVERYTHING, 90));

        assertThat(model.checks().getFirst().progress()).isEqualTo("0:00 of 2:00");
        assertThat(model.running()).isZero();
        assertThat(model.clock().orElseThrow().used()).isZero();
    }

    @Test
    void theClockNamesTheSignItIsCountedFrom() {
        happened("run-1", 0, new Event.DeploymentStarted(FORWARD, NEW, "", ""));
        happened("run-1", 1, new Event.StepStarted("3.1", 1));
        happened("run-1", 50, new Event.StepHeld("3.1", "p99 is over its limit"));
        happened("run-1", 70, new Event.WeightShifted("3.1", "api", Weight.ofPercent(25), Weight.ofPercent(10), ""));

        RecoveryClock clock = RollbackModel.of(known(preview(), RollbackChoice.EVERYTHING, 100)).clock().orElseThrow();

        assertThat(clock.since()).isEqualTo(START.plusSeconds(50));
        assertThat(clock.from()).isEqualTo("Deploy api was held");
    }

    @Test
    void withoutTroubleTheClockOfARollbackStartsWithIt() {
        happened("run-1", 0, new Event.DeploymentStarted(FORWARD, NEW, "", ""));
        happened("run-1", 10, new Event.WeightShifted("3.1", "api", Weight.ZERO, Weight.ofPercent(25), ""));
        happened("back-1", 240, new Event.DeploymentStarted(BACK, OLD, "run-1", "changed our mind"));

        RecoveryClock clock = RollbackModel.of(known(preview(), RollbackChoice.EVERYTHING, 250)).clock().orElseThrow();

        assertThat(clock.since()).isEqualTo(START.plusSeconds(240));
        assertThat(clock.from()).contains("the rollback began");
    }

    @Test
    void aPlanMadeWhileTheRollbackRanIsNotOfferedAfterIt() {
        apiFailed();
        happened("back-1", 240, new Event.DeploymentStarted(BACK, OLD, "run-1", "api fails"));
        Checked during = new Checked(preview(), START.plusSeconds(250), RollbackModel.FRESH);
        happened("back-1", 300, new Event.DeploymentFinished(Event.Outcome.SUCCEEDED, "production was rolled back."));

        RollbackModel model = RollbackModel.of(new Known(WORKSPACE, "production", History.of(entries), Optional.of(during),
                RollbackChoice.EVERYTHING, START.plusSeconds(301)));

        assertThat(model.mood()).isEqualTo(Mood.BACK);
    }

    @Test
    void theRecoveryClockCountsDownToFifteenMinutesAndBelow() {
        RecoveryClock clock = new RecoveryClock(START, "api was judged failing", START.plusSeconds(132), Duration.ofMinutes(15), Duration.ofSeconds(290));

        assertThat(clock.left()).isEqualTo(Duration.ofSeconds(768));
        assertThat(clock.spare()).isEqualTo(Duration.ofSeconds(478));
        assertThat(new RecoveryClock(START, "api was judged failing", START.plusSeconds(960), Duration.ofMinutes(15), Duration.ZERO).left()).isNegative();
    }

    private static Plan backingUp() {
        return new Plan(Plan.Intent.FORWARD, "production", "v2.1.0", "v2.0.4", List.of(new Phase(2, "Data", "", List.of(
                new Step.RunJob(base("2.1", "Back up the database", 60), "db-backup", "ghcr.io/maily/db:v1", List.of("backup"))))));
    }

    private RecoveryGoal goal(long second) {
        return RollbackModel.of(known(preview(), RollbackChoice.EVERYTHING, second)).goal();
    }

    @Test
    void theAgeOfTheNewestBackupIsHeldAgainstTheRecoveryPoint() {
        happened("run-1", 0, new Event.DeploymentStarted(backingUp(), NEW, "", ""));
        assertThat(goal(1).state()).as("unknown is never well").isEqualTo(State.STALE);
        assertThat(goal(1).sentence()).startsWith("Age of the newest backup unknown").endsWith("RPO 15:00.");

        happened("run-1", 10, new Event.StepStarted("2.1", 1));
        assertThat(goal(60).backup()).as("it has not succeeded yet").isEmpty();
        happened("run-1", 70, new Event.StepSucceeded("2.1", "18.4 GiB, checksum verified"));
        assertThat(goal(610).sentence()).isEqualTo("Newest backup 10m 00s old, within RPO 15:00.");
        assertThat(goal(610).state()).isEqualTo(State.DONE);
        assertThat(goal(1_000).state()).isEqualTo(State.MARGINAL);
        assertThat(goal(1_000).sentence()).contains("outside RPO");
    }
}
