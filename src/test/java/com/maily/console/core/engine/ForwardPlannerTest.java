package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.engine.Commands.Wanted;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardPlannerTest {

    private static final Wanted ALL = new Wanted("production", "v2.1.0", 1, 3, false, true, Optional.empty(), "");

    private static Plan plan(Wanted wanted) {
        return ForwardPlanner.plan(wanted, Maily.workspace(), "v2.0.4", Map.of());
    }

    private static Step step(Plan plan, String title) {
        return plan.steps().stream().filter(step -> step.title().equals(title)).findFirst().orElseThrow();
    }

    @Test
    void hasThreePhasesWhoseStepsCoverTheSevenStages() {
        Plan plan = plan(ALL);
        assertThat(plan.phases()).extracting(Phase::title).containsExactly("Testing & Validation", "Initial Production",
                "Full Production");
        assertThat(plan.steps()).extracting(Step::stage).contains(Stage.PREPARATION, Stage.INFRASTRUCTURE, Stage.DATABASE,
                Stage.KUBERNETES,
                Stage.VERIFICATION, Stage.NOTIFICATION);
        assertThat(plan.phases().getFirst().steps()).allMatch(step -> step.environment().equals("staging"));
        assertThat(plan.phases().getLast().steps()).allMatch(step -> step.environment().equals("production"));
        assertThat(plan.steps()).extracting(Step::id).doesNotHaveDuplicates();
    }

    @Test
    void theDatabaseIsBackedUpMigratedAndVerifiedBeforeAnythingRunsOnIt() {
        Plan plan = plan(ALL);
        String verified = step(plan, "Database verification period").id();
        assertThat(step(plan, "Migrate the database").after()).containsExactly(step(plan, "Back up the database").id());
        assertThat(step(plan, "Deploy analytics").after()).containsExactly(verified);
        assertThat(step(plan, "Canary of email").after()).containsExactly(verified);
    }

    @Test
    void redisComesFirstAndNeedersComeAfterWhatTheyNeed() {
        Plan plan = plan(ALL);
        String redis = step(plan, "Redis and other dependencies ready").id();
        String api = step(plan, "Canary of api").id();
        assertThat(step(plan, "Canary of api").after()).containsExactly(redis);
        assertThat(step(plan, "Canary of ai-service").after()).contains(api);
        assertThat(step(plan, "Deploy frontend").after()).contains(api);
    }

    @Test
    void withoutCanaryEverythingIsReplaced() {
        Plan plan = plan(new Wanted("production", "v2.1.0", 1, 3, false, false, Optional.empty(), ""));
        assertThat(plan.steps()).noneMatch(Step.Canary.class::isInstance);
        assertThat(step(plan, "Deploy api").about()).contains("api");
    }

    @Test
    void aCanaryWeightBecomesARungThatWaitsAbove() {
        Plan plan = plan(new Wanted("production", "v2.1.0", 3, 3, false, true, Optional.of(Weight.ofPercent(15)), ""));
        Step.Canary api = (Step.Canary) step(plan, "Canary of api");
        assertThat(api.limit()).isEqualTo(Weight.ofPercent(15));
        assertThat(api.ladder()).extracting(Weight::percent).containsExactly(5.0, 10.0, 15.0, 25.0, 50.0, 100.0);
    }

    @Test
    void phasesThatAreNotWantedStandThereEmptyAndSaySo() {
        Plan skipped = plan(new Wanted("production", "v2.1.0", 1, 3, true, false, Optional.empty(), ""));
        assertThat(skipped.phases().getFirst().steps()).isEmpty();
        assertThat(skipped.phases().getFirst().subtitle()).startsWith("Skipped");
        Plan only2 = plan(new Wanted("production", "v2.1.0", 2, 2, false, false, Optional.empty(), ""));
        assertThat(only2.phases()).extracting(phase -> phase.steps().isEmpty()).containsExactly(true, false, true);
        assertThat(only2.steps()).as("nothing follows, so nobody is asked").noneMatch(Step.Approve.class::isInstance);
    }

    @Test
    void stagingHasOnlyItsOwnPhase() {
        Plan plan = plan(new Wanted("staging", "v2.1.0", 1, 3, false, false, Optional.empty(), ""));
        assertThat(plan.phases()).hasSize(1);
        assertThat(plan.steps()).noneMatch(Step.Approve.class::isInstance).extracting(Step::title)
                .contains("Deploy api to staging");
    }

    @Test
    void plannedTimesComeFromTheWorkspace() {
        Step.Canary canary = (Step.Canary) step(plan(ALL), "Canary of api");
        assertThat(canary.bake()).isEqualTo(Duration.ofMinutes(10));
        assertThat(canary.planned()).isEqualTo(Duration.ofMinutes(44));
        assertThat(((Step.RunJob) step(plan(ALL), "Smoke tests")).command()).containsExactly("run", "v2.1.0");
    }

    @Test
    void theSameWishGivesTheSamePlan() {
        assertThat(plan(ALL)).isEqualTo(plan(ALL));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "production | v2.1.0 | 3 | 2 | false | false | -  | The start phase 3 lies after the end phase 2",
            "production | v2.1.0 | 0 | 3 | false | false | -  | There are only phases 1 to 3",
            "production | v2.1.0 | 1 | 4 | false | false | -  | There are only phases 1 to 3",
            "production | v2.1.0 | 1 | 1 | true  | false | -  | Staging is to be skipped, and phase 1 is staging",
            "production | v2.1.0 | 1 | 3 | false | false | 10 | A canary weight was given without a canary",
            "production | v2.1.0 | 1 | 3 | false | true  | 0  | A canary of 0 % is no canary",
            "production | v9.9.9 | 1 | 3 | false | false | -  | There is no release v9.9.9",
            "production | latest | 1 | 3 | false | false | -  | latest is not a version",
            "moon       | v2.1.0 | 1 | 3 | false | false | -  | There is no environment moon",
            "staging    | v2.1.0 | 2 | 3 | false | false | -  | Phases 2 and 3 are production"})
    void contradictionsAreRefusedWithASentence(String environment, String version, int start, int end, boolean skipStaging,
            boolean canary,
                                               Double weight, String what) {
        Wanted wanted = new Wanted(environment, version, start, end, skipStaging, canary, Optional.ofNullable(weight)
                .map(Weight::ofPercent), "");
        FailureException refused = catchThrowableOfType(FailureException.class, () -> plan(wanted));
        assertThat(refused.failure().what()).isEqualTo(what);
        assertThat(refused.failure().why()).isNotBlank();
    }

    @Test
    void imagesThatCanChangeUnderTheirNameAreRefused() {
        Workspace maily = Maily.workspace();
        for (String image : List.of("ghcr.io/maily/api", "ghcr.io/maily/api:latest", "registry:5000/maily/api", "myapp:prod")) {
            Release loose = new Release("v3", Map.of("api", new Artifact.Image("v3", image)), "", "", "");
            assertThat(WantedCheck.mutableImage(loose)).as(image).isPresent();
        }
        Release pinned = new Release("v3", Map.of("api", new Artifact.Image("v3", "registry:5000/maily/api@sha256:"
                + "0".repeat(64))), "", "", "");
        assertThat(WantedCheck.mutableImage(pinned)).isEmpty();
        assertThat(maily.releases()).allMatch(release -> WantedCheck.mutableImage(release).isEmpty());
    }
}
