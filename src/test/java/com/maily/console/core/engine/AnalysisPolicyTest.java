package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.AnalysisPolicy;
import com.maily.console.core.model.AnalysisPolicy.Mode;
import com.maily.console.core.model.AnalysisPolicy.OnFail;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.sla.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an environment lets the judge do about a canary that is bad from 25 % on. */
class AnalysisPolicyTest {

    private static Stand stand(Mode mode, OnFail onFail) {
        Workspace maily = Maily.workspace();
        List<Environment> environments = maily.environments().stream()
                .map(environment -> environment.with(new AnalysisPolicy(mode, onFail))).toList();
        Stand stand = new Stand(new Workspace(maily.name(), maily.components(), environments, maily.objectives(), maily.jobs(),
                maily.timings(), maily.releases(), maily.clock()));
        stand.production.canaryErrors = weight -> weight.percent() >= 25 ? 0.8 : 0.02;
        return stand;
    }

    @Test
    void aDryRunIsRecordedAndStopsNothing() {
        Stand stand = stand(Mode.DRY_RUN, OnFail.HOLD);
        Deployment run = stand.playToTheEnd(stand.start(Stand.wanted(3, 3, true)));
        assertThat(run.status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stand.journal.read(0, 10_000)).extracting(entry -> entry.event())
                .filteredOn(Event.VerdictReached.class::isInstance).extracting(event -> ((Event.VerdictReached) event).verdict())
                .allMatch(Verdict::dryRun).anySatisfy(verdict -> {
                    assertThat(verdict.word()).isEqualTo(Verdict.Word.FAIL);
                    assertThat(verdict.sentence()).startsWith("Dry run: error-rate 0.8 % is over its limit");
                });
        assertThat(run.trouble()).as("nothing was wrong for the clock of the recovery").isEmpty();
    }

    @Test
    void aDryRunAsksWhatItSaw() {
        Stand stand = stand(Mode.DRY_RUN, OnFail.HOLD);
        String id = stand.start(new Commands.Wanted("production", "v2.1.0", 3, 3, false, true,
                java.util.Optional.of(Weight.ofPercent(25)), ""));
        assertThat(stand.play(() -> stand.gate(id).isPresent())).isTrue();
        assertThat(stand.gate(id).orElseThrow().gate().orElseThrow().question())
                .isEqualTo("api misses its objectives in a dry run at 25 %. Go on to 50 %?");
    }

    @Test
    void anAbortTakesAllTrafficFromTheCanary() {
        Stand stand = stand(Mode.ACT, OnFail.ABORT);
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.playToTheEnd(id);
        assertThat(stand.step(id, "Canary of api").status()).isEqualTo(Status.HELD);
        assertThat(stand.step(id, "Canary of api").note()).endsWith("Traffic is back at 0 %.");
        assertThat(stand.weight("api")).isEqualTo(Weight.ZERO);
    }
}
