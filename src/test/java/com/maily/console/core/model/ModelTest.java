package com.maily.console.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Runs;
import com.maily.console.core.journal.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {

    @Test
    void anObjectiveIsMetUpToItsLimit() {
        Objective most = new Objective("p99", "p99", "api", "prometheus", "q", "", "ms", Objective.Bound.AT_MOST, 200, true);
        Objective least = new Objective("availability", "a", "api", "prometheus", "q", "", "%", Objective.Bound.AT_LEAST, 99.99,
                true);
        assertThat(most.metBy(200)).isTrue();
        assertThat(most.metBy(200.1)).isFalse();
        assertThat(least.metBy(99.99)).isTrue();
        assertThat(least.metBy(99.98)).isFalse();
        assertThat(most.metBy(Double.NaN)).as("no data is never a pass").isFalse();
        assertThat(least.metBy(Double.NaN)).as("no data is never a pass").isFalse();
    }

    @Test
    void onlyFailuresThatPassByThemselvesAreRetried() {
        assertThat(Samples.of(Failure.class).filter(Failure::retryable))
                .hasOnlyElementsOfTypes(Failure.Unreachable.class, Failure.Throttled.class, Failure.TimedOut.class).hasSize(3);
    }

    @Test
    void aComponentHasACanaryWhenItsTrafficCanBeSplitAndItHasALadder() {
        Component plain = new Component("a", Criticality.CRITICAL, "kubernetes", "deployment/x", Routing.PLAIN, List.of(),
                List.of(Weight.FULL));
        Component split = new Component("a", Criticality.CRITICAL, "kubernetes", "deployment/x", new Routing("gateway-api", "x"),
                List.of(), List.of(Weight.FULL));
        assertThat(plain.hasCanary()).isFalse();
        assertThat(split.hasCanary()).isTrue();
        assertThat(split.targetName()).isEqualTo("x");
        assertThat(new Component("f", Criticality.CRITICAL, "vercel", "maily-frontend", Routing.PLAIN, List.of(), List.of())
                .targetName()).isEqualTo("maily-frontend");
    }

    @Test
    void whatWasHandedInCanChangeWithoutChangingThePlanOrBundle() {
        List<Step> steps = new ArrayList<>(Runs.plan("production").steps());
        Phase phase = new Phase(1, "", "", steps);
        steps.clear();
        assertThat(phase.steps()).hasSize(3);
        Map<String, Artifact> artifacts = new HashMap<>(Map.of("api", new Artifact.Build("v1", "abc")));
        Release release = new Release("v1", artifacts, "", "", "");
        artifacts.clear();
        assertThat(release.artifact("api")).isPresent();
        assertThat(release.artifact("redis")).isEmpty();
    }

    @Test
    void aPlanFindsItsStepsAcrossPhases() {
        Plan plan = Runs.plan("production");
        assertThat(plan.steps()).extracting(Step::id).containsExactly("1.1", "1.2", "2.1");
        assertThat(plan.step("2.1").orElseThrow().about()).contains("api");
        assertThat(plan.step("1.2").orElseThrow().about()).isEmpty();
        assertThat(plan.step("9.9")).isEmpty();
    }
}
