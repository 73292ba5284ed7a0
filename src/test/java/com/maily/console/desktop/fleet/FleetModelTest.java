package com.maily.console.desktop.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a cell may be taken for. */
class FleetModelTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:12:46Z");
    private static final Failure AWAY = new Failure.Unreachable("Reading failed", "The connection was refused.", "Wait.");

    private final Map<Seat, SeatReading> readings = new HashMap<>();

    private static Component component(String name, String platform) {
        return new Component(name, Criticality.CRITICAL, platform, "deployment/" + name, new Routing(Routing.GATEWAY_API,
                name), List.of(),
                List.of(Weight.ofPercent(25), Weight.FULL));
    }

    private static final Workspace WORKSPACE = new Workspace("maily", List.of(component("api", "kubernetes"),
            component("frontend", "vercel")),
            List.of(new Environment("production", true, List.of(new Region("eu-west-1", 1), new Region("us-east-1", 2)), "",
            Map.of(
                    "kubernetes@eu-west-1", Map.of(), "kubernetes@us-east-1", Map.of(), "vercel", Map.of()))),
            List.of(), Map.of(), Map.of(), List.of(), ClockSetting.WALL);

    private static Workload workload(Track track, String version, int ready, int wanted, Workload.Rollout rollout) {
        return new Workload("api", track, Optional.of(new Artifact.Image(version, "api:" + version)), "uid", wanted, wanted,
                ready, rollout, NOW);
    }

    private static SourceState source(int age) {
        return new SourceState("kubernetes", Duration.ofSeconds(10), Optional.of(NOW.minusSeconds(age)), "");
    }

    private static SeatReading reading(int age, int canaryPercent) {
        Weight share = Weight.ofPercent(canaryPercent);
        return new SeatReading(Optional.of(workload(Track.STABLE, "v2.0.4", 7, 7, new Workload.Rollout.Done("done"))),
                Optional.of(workload(Track.CANARY, "v2.1.0", 2, 3, new Workload.Rollout.Waiting("2 of 3"))),
                Optional.of(new Traffic(share, share, "", "", "", NOW)), source(age), Optional.empty());
    }

    private FleetModel model() {
        return FleetModel.of(new FleetModel.Known(FleetMap.of(WORKSPACE, "production"), "production", readings,
                Optional.empty(), NOW));
    }

    private static Seat seat(String region) {
        return FleetMap.of(WORKSPACE, "production").seats().stream().filter(seat -> seat.region().equals(region)).findFirst()
                .orElseThrow();
    }

    private FleetCell cell(String region) {
        return model().cell(seat(region)).orElseThrow();
    }

    @Test
    void aComponentWithoutRegionsSpansThem() {
        assertThat(model().rows()).extracting(row -> row.slots().stream().map(FleetModel.Slot::span).toList())
                .containsExactly(List.of(1, 1), List.of(2));
        assertThat(model().heads()).extracting(head -> head.column().title()).containsExactly("eu-west-1", "us-east-1");
    }

    @Test
    void aControllerInEachRegionIsAskedWhatGitWants() {
        Environment regional = new Environment("production", true, List.of(new Region("eu-west-1", 1)), "", Map.of(
                "kubernetes@eu-west-1", Map.of(), "argocd@eu-west-1", Map.of()));
        assertThat(FleetMap.of(WORKSPACE, "production").git()).isFalse();
        assertThat(FleetMap.of(new Workspace("maily", WORKSPACE.components(), List.of(regional), List.of(), Map.of(), Map.of(),
                List.of(), ClockSetting.WALL), "production").git()).isTrue();
    }

    @Test
    void aCanaryShowsItsRealShareAndAllItsPods() {
        readings.put(seat("eu-west-1"), reading(2, 25));
        assertThat(cell("eu-west-1").state()).isEqualTo(State.CANARY);
        assertThat(cell("eu-west-1").units()).isEqualTo("9/10");
        assertThat(cell("eu-west-1").words()).isEqualTo("Canary, version v2.0.4, canary 25 %, 9/10 ready");
        assertThat(cell("us-east-1").look()).as("the other region is not read yet").isEqualTo(FleetCell.Look.LOADING);
    }

    @Test
    void whatIsOldIsNeverDrawnAsHealthy() {
        readings.put(seat("eu-west-1"), reading(70, 0));
        assertThat(cell("eu-west-1").look()).isEqualTo(FleetCell.Look.STALE);
        assertThat(cell("eu-west-1").state()).isEqualTo(State.STALE);
    }

    @Test
    void aClusterThatIsAwayIsSaidAtItsHeadAndLeavesTheOthersAlone() {
        readings.put(seat("eu-west-1"), reading(200, 0).failed(AWAY));
        readings.put(seat("us-east-1"), reading(1, 0));
        assertThat(model().heads()).extracting(FleetModel.Head::down).containsExactly(true, false);
        assertThat(cell("eu-west-1").look()).isEqualTo(FleetCell.Look.UNREACHABLE);
        assertThat(cell("eu-west-1").version()).as("what was last known").isEqualTo("v2.0.4");
        assertThat(cell("us-east-1").look()).isEqualTo(FleetCell.Look.LIVE);
    }

    @Test
    void noneIsAnAnswerAndNoAnswerIsNot() {
        readings.put(seat("eu-west-1"), SeatReading.nothing(seat("eu-west-1"), Duration.ofSeconds(10))
                .failed(new Failure.Missing("Reading failed", "There is no such deployment.", "Check.")));
        readings.put(seat("us-east-1"), SeatReading.nothing(seat("us-east-1"), Duration.ofSeconds(10)).failed(AWAY));
        assertThat(cell("eu-west-1").words()).isEqualTo("none");
        assertThat(cell("us-east-1").words()).contains("unreachable");
    }

    @Test
    void aRouterThatDoesNotAnswerLeavesTheVersionButNotTheGreen() {
        SeatReading good = reading(1, 0);
        readings.put(seat("eu-west-1"), new SeatReading(good.stable(), Optional.empty(), Optional.empty(), good.source(),
                Optional.of(AWAY)));
        assertThat(cell("eu-west-1").version()).isEqualTo("v2.0.4");
        assertThat(cell("eu-west-1").remark()).isEqualTo("traffic not known");
        assertThat(cell("eu-west-1").state()).isEqualTo(State.MARGINAL);
    }

    @Test
    void aBrokenRolloutIsAFault() {
        SeatReading good = reading(1, 0);
        readings.put(seat("eu-west-1"), new SeatReading(Optional.of(workload(Track.STABLE, "v2.1.0", 1, 7,
                new Workload.Rollout.Broken("deadline exceeded"))), good.canary(), good.traffic(), good.source(),
                Optional.empty()));
        assertThat(cell("eu-west-1").fault()).isTrue();
        assertThat(model().faults("production")).containsExactly("api");
    }
}
