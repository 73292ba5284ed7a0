package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.ObjectiveQuery;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The queries of the shipped example mean something: asked of a healthy Maily, each gives a number, and the right side of its limit. */
class MailyObjectivesTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Workspace maily = WorkspaceFile.maily(Map.of());
    private final SmallWorld world = new SmallWorld(Scenario.SMOOTH, 77);

    private double value(Objective objective, String environment, Track track) {
        return world.ask(ObjectiveQuery.value(objective, environment, track, WINDOW));
    }

    @Test
    void everyObjectiveHasANumberInBothEnvironments() {
        world.pass(Duration.ofMinutes(10));
        for (Objective objective : maily.objectives()) {
            for (String environment : new String[] {"staging", "production"}) {
                assertThat(value(objective, environment, Track.STABLE)).as(objective.component() + " " + objective.key()).isFinite();
            }
        }
    }

    @Test
    void aHealthyMailyKeepsItsCriticalObjectivesOnBothTracks() {
        world.canary("api", 25, 3);
        world.canary("ai-service", 25, 3);
        world.canary("frontend", 25, 3);
        world.pass(Duration.ofMinutes(10));
        for (Objective objective : maily.objectives()) {
            for (Track track : objective.critical() ? Track.values() : new Track[0]) {
                double value = value(objective, "production", track);
                assertThat(objective.metBy(value)).as(objective.component() + " " + objective.key() + " " + track + " " + value).isTrue();
                assertThat(world.ask(ObjectiveQuery.samples(objective, "production", track, WINDOW))).isGreaterThan(500);
            }
        }
    }

    @Test
    void aBadCanaryMissesThemWhileStableKeepsThem() {
        SmallWorld bad = new SmallWorld(Scenario.CANARY_REGRESSION, 77);
        bad.canary("api", 25, 3);
        bad.pass(Duration.ofMinutes(10));
        for (Objective objective : maily.objectivesOf("api").stream().filter(o -> o.query().contains("${track}")).toList()) {
            assertThat(objective.metBy(bad.ask(ObjectiveQuery.value(objective, "production", Track.CANARY, WINDOW))))
                    .as(objective.key()).isFalse();
            assertThat(objective.metBy(bad.ask(ObjectiveQuery.value(objective, "production", Track.STABLE, WINDOW))))
                    .as(objective.key()).isTrue();
        }
    }
}
