package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An environment that allows only so much at once. */
class LargestStepTest {

    private final Stand stand = new Stand(Maily.allowing(25));

    private static List<Weight> percents(int... percents) {
        return IntStream.of(percents).mapToObj(Weight::ofPercent).toList();
    }

    @Test
    void rungsArePutInEvenlyWhereALadderRisesTooFar() {
        LargestStep most = new LargestStep("production", Optional.of(Weight.ofPercent(25)));
        assertThat(most.fit(percents(5, 10, 25, 50, 100))).isEqualTo(percents(5, 10, 25, 50, 75, 100));
        assertThat(most.fit(percents(100))).isEqualTo(percents(25, 50, 75, 100));
        assertThat(most.fit(percents(10, 70, 100))).isEqualTo(percents(10, 30, 50, 70, 85, 100));
        assertThat(new LargestStep("production", Optional.empty()).fit(percents(100))).isEqualTo(percents(100));
        for (int points = 1; points <= 100; points++) {
            LargestStep any = new LargestStep("production", Optional.of(Weight.ofPercent(points)));
            List<Weight> fitted = any.fit(percents(7, 100));
            Weight before = Weight.ZERO;
            for (Weight rung : fitted) {
                assertThat(any.exceededBy(before, rung)).as("%s points, %s", points, fitted).isFalse();
                before = rung;
            }
        }
    }

    @Test
    void thePlanKeepsToItAndThePreflightNamesWhatWasAdded() {
        Commands.Preview preview = stand.commands().previewDeployment(Stand.wanted(3, 3, true));
        assertThat(preview.plan().orElseThrow().steps()).filteredOn(Step.Canary.class::isInstance)
                .allSatisfy(step -> assertThat(((Step.Canary) step).ladder()).contains(Weight.ofPercent(75)));
        assertThat(preview.checks()).filteredOn(check -> check.title().equals("Largest step")).extracting(PreflightCheck::detail)
                .contains("production allows 25 points in one step, so 75 % was added to its ladder.");
    }

    @Test
    void aLargerRaiseByHandIsRefusedWithWhatIsPossible() {
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(10)));
        assertThat(stand.commands().shift(id, "api", Weight.ofPercent(60), Stand.SOMEBODY))
                .isInstanceOfSatisfying(Commands.Answer.Refused.class, refused -> assertThat(refused.why().sentence()).startsWith(
                        "api cannot be set to 60 %: production allows 25 points in one step, and from 10 % to 60 % are 50; at most 35 % now."));
        Stand.accepted(stand.commands().shift(id, "api", Weight.ofPercent(35), Stand.SOMEBODY));
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(35)))).isTrue();
        Stand.accepted(stand.commands().shift(id, "api", Weight.ZERO, Stand.SOMEBODY));
        assertThat(stand.play(() -> stand.weight("api").isZero())).as("lowering has no limit").isTrue();
    }

    @Test
    void aRouterThatCanOnlyJumpFurtherHasAPersonAsked() {
        stand.production.only = List.of(Weight.ZERO, Weight.ofPercent(50), Weight.FULL);
        String id = stand.start(Stand.wanted(3, 3, true));
        assertThat(stand.play(() -> stand.gate(id).isPresent())).isTrue();
        assertThat(stand.gate(id).orElseThrow().gate().orElseThrow().question())
                .startsWith("api can only go from 0 % to 50 %, and production allows 25 points in one step");
        assertThat(stand.weight("api")).isEqualTo(Weight.ZERO);
        stand.commands().answer(id, stand.gate(id).orElseThrow().step().id(), true, "", Stand.SOMEBODY);
        assertThat(stand.play(() -> stand.weight("api").equals(Weight.ofPercent(50)))).isTrue();
    }

    @Test
    void aRouterThatWasFoundToScaleItselfIsWarnedOfAsIfItHadBeenNamed() {
        stand.production.found.put("api", new Routing(Routing.ARGO_ROLLOUTS, "api"));
        Commands.Preview preview = stand.commands().previewDeployment(Stand.wanted(3, 3, true));
        assertThat(preview.checks()).filteredOn(check -> check.title().equals("Largest step") && check.subject().equals("api"))
                .singleElement().satisfies(check -> {
                    assertThat(check.result()).isEqualTo(PreflightCheck.Result.WARN);
                    assertThat(check.detail()).contains("sets only some weights");
                });
    }

    @Test
    void whatHasNoLimitIsAsItWas() {
        Workspace free = Maily.workspace();
        assertThat(LargestStep.in(free, "production").highest(Weight.ofPercent(10))).isEqualTo(Weight.FULL);
    }
}
