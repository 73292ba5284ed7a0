package com.maily.console.platforms.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.Judge;
import com.maily.console.core.sla.ObjectiveQuery;
import com.maily.console.core.sla.Verdict;
import com.maily.console.core.sla.Verdict.Judgement;
import com.maily.console.core.sla.Verdict.Word;
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
        return world.source(objective.source()).instant(ObjectiveQuery.value(objective, environment, track, WINDOW), world.clock.instant()).single();
    }

    @Test
    void everyObjectiveHasANumberInBothEnvironments() {
        world.pass(Duration.ofMinutes(10));
        for (String environment : new String[] {"staging", "production"}) {
            for (Objective objective : maily.in(environment).objectives()) {
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
        for (Objective objective : maily.in("production").objectives()) {
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
        for (Objective objective : maily.in("production").objectivesOf("api").stream().filter(o -> o.query().contains("${track}")).toList()) {
            assertThat(objective.metBy(bad.ask(ObjectiveQuery.value(objective, "production", Track.CANARY, WINDOW))))
                    .as(objective.key()).isFalse();
            assertThat(objective.metBy(bad.ask(ObjectiveQuery.value(objective, "production", Track.STABLE, WINDOW))))
                    .as(objective.key()).isTrue();
        }
    }

    @Test
    void whatIsNotCriticalIsKeptByAHealthyMailyTooAndMovesWithItsLoad() {
        world.pass(Duration.ofMinutes(10));
        for (String environment : new String[] {"staging", "production"}) {
            for (Objective objective : maily.in(environment).objectives()) {
                double value = value(objective, environment, Track.STABLE);
                assertThat(objective.metBy(value)).as(environment + " " + objective.component() + " " + objective.key() + " " + value).isTrue();
            }
        }
        assertThat(asked("ai-service", "tokens", "production")).isGreaterThan(10 * asked("ai-service", "tokens", "staging"));
        assertThat(asked("api", "network", "production")).isGreaterThan(10 * asked("api", "network", "staging"));
        double calm = asked("api", "cpu", "production");
        SmallWorld bad = new SmallWorld(Scenario.CANARY_REGRESSION, 77);
        bad.canary("api", 50, 3);
        bad.pass(Duration.ofMinutes(10));
        Objective cpu = objective("api", "cpu", "production");
        assertThat(bad.ask(ObjectiveQuery.value(cpu, "production", Track.STABLE, WINDOW)) * 2).as("twice the pods, slower answers")
                .isGreaterThan(calm * 1.3);
    }

    private Objective objective(String component, String key, String environment) {
        return maily.in(environment).objectivesOf(component).stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }

    private double asked(String component, String key, String environment) {
        return value(objective(component, key, environment), environment, Track.STABLE);
    }

    private Verdict judged(SmallWorld world, String component, Duration since) {
        return new Judge("production", world::source)
                .canary(maily.in("production").objectivesOf(component), since, world.clock.instant());
    }

    @Test
    void aHealthyCanaryPassesByItsCounts() {
        for (String component : new String[] {"api", "ai-service", "frontend", "email"}) {
            world.canary(component, 25, 3);
        }
        world.pass(Duration.ofMinutes(5));
        for (String component : new String[] {"api", "ai-service", "frontend", "email"}) {
            Verdict verdict = judged(world, component, WINDOW);
            assertThat(verdict.word()).as(component + " " + verdict.sentence()).isEqualTo(Word.PASS);
            assertThat(verdict.judgements()).as(component).anySatisfy(judgement -> {
                assertThat(judgement.samples()).isGreaterThan(500.0);
                assertThat(judgement.query()).containsPattern("track(=\"|:)canary").containsPattern("(300|270)s");
            });
        }
    }

    @Test
    void everyTailKnowsHowManyRequestsTookLonger() {
        for (String component : new String[] {"api", "ai-service", "frontend", "email"}) {
            world.canary(component, 25, 3);
        }
        world.pass(Duration.ofMinutes(5));
        for (Objective objective : maily.objectives().stream().filter(o -> o.counted() != null && o.counted().tail() != null).toList()) {
            for (Track track : Track.values()) {
                double[] above = objective.counted().tail().limits().stream().mapToDouble(limit -> above(objective, limit, track)).toArray();
                assertThat(above).as(objective.component() + " " + track).doesNotContain(Double.NaN)
                        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
                assertThat(above[0]).as(objective.component() + " " + track).isPositive();
            }
        }
        assertThat(maily.objectives()).filteredOn(o -> o.counted() != null && o.counted().tail() != null).extracting(Objective::component)
                .contains("api", "ai-service", "frontend", "email");
    }

    private double above(Objective objective, String limit, Track track) {
        String query = objective.counted().tail().above().replace("${limit}", limit);
        return value(new Objective(objective.key(), "", objective.component(), "prometheus", query, "", "", objective.bound(), 0, false),
                "production", track);
    }

    @Test
    void aBadCanaryIsKnownByItsCountsHalfAMinuteAfterTheShift() {
        SmallWorld bad = new SmallWorld(Scenario.CANARY_REGRESSION, 77);
        bad.canary("api", 25, 3);
        bad.pass(Duration.ofSeconds(30));
        Verdict verdict = judged(bad, "api", Duration.ofSeconds(30));
        assertThat(verdict.word()).as(verdict.sentence()).isEqualTo(Word.FAIL);
        assertThat(verdict.judgements()).extracting(Judgement::method).contains("always-valid likelihood ratio of two rates");
    }
}
