package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.engine.Commands.Undo;
import com.maily.console.core.engine.Commands.Wanted;
import com.maily.console.core.journal.MemoryJournal;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the plans of an environment with several clusters look like. */
class RegionsPlannerTest {

    private static final Wanted ALL = wanted();

    private static Wanted wanted(String... regions) {
        return new Wanted("production", "v2.1.0", 1, 3, false, true, Optional.empty(), "", List.of(regions));
    }

    /** Maily with staging in one cluster, production in three, and the frontend in none. */
    private static Workspace workspace() {
        Workspace one = Maily.workspace();
        List<Component> components = new ArrayList<>(one.components().stream()
                .filter(component -> !component.name().equals("frontend")).toList());
        components.add(new Component("frontend", Criticality.CRITICAL, "vercel", "web", Routing.PLAIN, List.of("api"), List.of()));
        Map<String, Map<String, String>> connections = Map.of("vercel", Map.of(), "kubernetes@us", Map.of(), "kubernetes@eu",
                Map.of(), "kubernetes@ap", Map.of());
        Environment production = new Environment("production", true, List.of(new Region("us", 1), new Region("eu", 2),
                new Region("ap", 2)), "", connections);
        Environment staging = new Environment("staging", false, Map.of("kubernetes", Map.of(), "vercel", Map.of()));
        return new Workspace(one.name(), components, List.of(staging, production), one.objectives(), one.jobs(), one.timings(),
                one.releases(), one.clock());
    }

    private static Plan plan(Wanted wanted) {
        return ForwardPlanner.plan(wanted, workspace(), "v2.0.4", Map.of());
    }

    private static Step step(Plan plan, String title) {
        return plan.steps().stream().filter(step -> step.title().equals(title)).findFirst().orElseThrow();
    }

    @Test
    void theRegionsOfAWaveComeAfterThoseOfTheWaveBeforeAndBesideEachOther() {
        Plan plan = plan(ALL);
        String us = step(plan, "Canary of api@us").id();
        assertThat(step(plan, "Canary of api@eu").after()).contains(us).doesNotContain(step(plan, "Canary of api@ap").id());
        assertThat(step(plan, "Canary of api@ap").after()).contains(us).doesNotContain(step(plan, "Canary of api@eu").id());
        assertThat(step(plan, "Canary of api@us").after()).containsExactly(step(plan, "Redis and other dependencies ready").id());
    }

    @Test
    void whatAComponentNeedsIsMetInItsRegionAndWhatHasOneHomeNeedsAllRegions() {
        Plan plan = plan(ALL);
        assertThat(step(plan, "Canary of ai-service@us").after()).contains(step(plan, "Canary of api@us").id())
                .doesNotContain(step(plan, "Canary of api@eu").id());
        assertThat(step(plan, "Deploy frontend").after()).contains(step(plan, "Canary of api@us").id(),
                step(plan, "Canary of api@eu").id(), step(plan, "Canary of api@ap").id());
    }

    @Test
    void stagingWithOneClusterHasEachComponentOnce() {
        assertThat(plan(ALL).phases().getFirst().steps()).filteredOn(Step.Deploy.class::isInstance).extracting(Step::title)
                .contains("Deploy api to staging").noneMatch(title -> title.contains("@"));
    }

    @Test
    void everyRegionGetsTheSameArtifact() {
        Plan plan = plan(ALL);
        Artifact image = Maily.NEW.artifact("api").orElseThrow();
        assertThat(List.of("us", "eu", "ap")).allSatisfy(region ->
                assertThat(((Step.Canary) step(plan, "Canary of api@" + region)).artifact()).isEqualTo(image));
    }

    @Test
    void aRegionLeftOutIsInNoStepAndNamedInThePlan() {
        Plan plan = plan(wanted("us", "eu"));
        assertThat(plan.leftOut()).containsExactly("ap");
        assertThat(plan.steps()).noneMatch(step -> step.about().filter(name -> name.endsWith("@ap")).isPresent())
                .noneMatch(step -> step instanceof Step.Soak soak && soak.components().stream().anyMatch(name -> name.endsWith("@ap")));
    }

    @Test
    void aRegionNobodyKnowsAndTheOneOfTheJobsAreRefused() {
        assertThat(catchThrowableOfType(FailureException.class, () -> plan(wanted("mars"))).failure().sentence())
                .contains("There is no region mars in production", "us, eu and ap");
        assertThat(catchThrowableOfType(FailureException.class, () -> plan(wanted("eu"))).failure().sentence())
                .contains("us cannot be left out", "jobs of production run there");
    }

    @Test
    void aRollbackGoesToAllRegionsAtOnceAndProvesEachByItself() {
        Plan plan = rollback("api", "email");
        assertThat(List.of("us", "eu", "ap")).allSatisfy(region -> {
            String restored = step(plan, "Restore api@" + region).id();
            assertThat(step(plan, "Restore api@" + region).after()).isEmpty();
            Step verified = step(plan, "Verify " + region);
            assertThat(verified.after()).containsExactlyInAnyOrder(restored, step(plan, "Restore email@" + region).id());
            assertThat(((Step.Soak) verified).components()).containsExactlyInAnyOrder("api@" + region, "email@" + region);
            assertThat(step(plan, "Tell people of " + region).after()).containsExactly(verified.id());
        });
        assertThat(step(plan, "Smoke tests").after()).containsExactlyInAnyOrder(step(plan, "Restore api@us").id(),
                step(plan, "Restore email@us").id());
    }

    @Test
    void whatNeedsOthersGoesBackBeforeThemInTheSameRegionOnly() {
        Plan plan = rollback("api", "ai-service");
        assertThat(step(plan, "Restore api@eu").after()).containsExactly(step(plan, "Restore ai-service@eu").id());
    }

    @Test
    void aNameStandsForAllRegionsOrForOne() {
        assertThat(restores(rollback("api"))).containsExactlyInAnyOrder("Restore api@us", "Restore api@eu", "Restore api@ap");
        assertThat(restores(rollback("api@eu"))).containsExactly("Restore api@eu");
        assertThat(catchThrowableOfType(FailureException.class, () -> rollback("api@mars")).failure().sentence())
                .contains("There is no component api@mars");
    }

    private static Stream<String> restores(Plan plan) {
        return plan.steps().stream().filter(Step.Restore.class::isInstance).map(Step::title);
    }

    /** Everything runs the new version, but nobody can tell of the last region. */
    private static Plan rollback(String... components) {
        Workspace there = workspace().in("production");
        List<Seen> seen = there.components().stream().map(RegionsPlannerTest::seen).toList();
        return RollbackPlanner.plan(new Undo("production", List.of(components), Optional.of("v2.0.4"), ""), there,
                new MemoryJournal(new HandTime()).history(), seen, Owners.NOBODY);
    }

    private static Seen seen(Component component) {
        if (component.region().equals("ap")) {
            return new Seen(component, Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                    Optional.of(new Failure.Unreachable("Reading failed", "Nobody answers.", "Wait.")));
        }
        Workload stable = new Workload(component.name(), Track.STABLE, Maily.NEW.artifact(component.name()), "", 1, 1, 1,
                new Workload.Rollout.Done("done"), Instant.EPOCH);
        return new Seen(component, Optional.of(stable), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }
}
