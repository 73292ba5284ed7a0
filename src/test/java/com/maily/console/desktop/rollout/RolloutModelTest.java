package com.maily.console.desktop.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Failure;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.StoryWorld;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RolloutModelTest {
    @Test
    void theNowCardTellsOfTheCanaryWithItsBakeAndTheNextRung() {
        NowLine now = model(Story.history()).nowLine();
        assertThat(now.title()).isEqualTo("api canary at 25 %");
        assertThat(now.done()).isEqualTo(Duration.ofSeconds(226));
        assertThat(now.whole()).isEqualTo(Duration.ofMinutes(5));
        assertThat(now.detail()).isEqualTo("Passing. Next 50 % at 03:14:00");
    }

    @Test
    void anOpenGateIsWhatNeedsAPersonBeforeAHeldStep() {
        Need need = model(Story.history()).need().orElseThrow();
        assertThat(need.title()).isEqualTo("frontend needs you");
        assertThat(need.detail()).isEqualTo("Approve Vercel 5 → 25 %");
        assertThat(need.since()).contains(Story.at("03:10:50"));
        assertThat(need.more()).isEqualTo(1);
    }

    @Test
    void aFailedStepComesBeforeEverythingElse() {
        Failure failure = new Failure.TimedOut("Job did not end", "It ran for 2 h.", "Look at its log.");
        RolloutModel model = model(Story.historyWith(new Event.StepFailed("3.2", failure)));
        assertThat(model.need().orElseThrow().state()).isEqualTo(State.FAILED);
        assertThat(model.phases().get(2).state()).isEqualTo(State.FAILED);
    }

    @Test
    void phasesSayHowTheyWentAgainstThePlan() {
        List<PhaseRow> phases = model(Story.history()).phases();
        assertThat(phases).extracting(PhaseRow::word).containsExactly("Passed", "Passed", "Running");
        assertThat(phases.getFirst().span().orElseThrow().length()).isEqualTo(Duration.ofSeconds(2250));
        assertThat(phases.getFirst().gate().orElseThrow().step().proof()).isEqualTo("approved 02:25");
    }

    @Test
    void whatIsStillPlannedIsExpectedAfterWhatItWaitsFor() {
        RolloutModel model = model(Story.history());
        StepRow blockchain = model.row("3.5").orElseThrow();
        assertThat(blockchain.state()).isEqualTo(State.PLANNED);
        assertThat(blockchain.expected().from()).isEqualTo(model.row("3.4").orElseThrow().expected().to());
        assertThat(blockchain.expected().from()).isAfter(Story.NOW);
    }

    @Test
    void aRunThatEndedExpectsNothingMore() {
        RolloutModel model = model(Story.historyWith(new Event.DeploymentFinished(Event.Outcome.CANCELLED,
                "stopped by release-manager")));
        assertThat(model.nowLine().title()).isEqualTo("v2.1.0 cancelled");
        assertThat(model.need()).isEmpty();
        assertThat(model.row("3.2").orElseThrow().state()).isEqualTo(State.PLANNED);
    }

    @Test
    void donePhasesFoldOldestFirstWhenThereIsTooLittleHeight() {
        List<PhaseRow> phases = model(Story.history()).phases();
        TimelineRows all = TimelineRows.of(phases, "3.2", 2000);
        TimelineRows some = TimelineRows.of(phases, "3.2", all.height() - 20);
        TimelineRows few = TimelineRows.of(phases, "3.2", 200);
        assertThat(steps(all)).contains("1.1", "2.2", "3.2");
        assertThat(steps(some)).doesNotContain("1.1").contains("2.2", "3.2");
        assertThat(steps(few)).doesNotContain("1.1", "2.2").contains("3.1", "3.2", "3.9");
    }

    @Test
    void healthIsUnknownWhileARequiredSourceIsSilentHoweverGoodTheFigures() {
        Optional<Deployment> run = Optional.of(Story.deployment());
        Glance.Metric fresh = metric(2, true);
        assertThat(Health.of(run, List.of(fresh), Story.NOW).word()).isEqualTo("Healthy");
        assertThat(Health.of(run, List.of(fresh), Story.NOW).detail()).isEqualTo("1 item to watch");
        assertThat(Health.of(run, List.of(fresh, metric(90, true)), Story.NOW))
                .isEqualTo(new Health(State.STALE, "Unknown", "Prometheus is silent"));
        assertThat(Health.of(run, List.of(metric(2, false)), Story.NOW).state()).isEqualTo(State.MARGINAL);
        assertThat(Health.of(run, List.of(), Story.NOW).word()).isEqualTo("Unknown");
    }

    private static List<String> steps(TimelineRows rows) {
        return rows.lines().stream().flatMap(line -> line.step().stream()).map(StepRow::id).toList();
    }

    private static Glance.Metric metric(int age, boolean good) {
        return new Glance.Metric("p99", Optional.of(164.0), "ms", good, StoryWorld.source("Prometheus", 5, age), true);
    }

    private static RolloutModel model(History history) {
        return RolloutModel.of(history.deployment(Story.DEPLOYMENT).orElseThrow(), history, Optional.empty(), Story.NOW);
    }
}
