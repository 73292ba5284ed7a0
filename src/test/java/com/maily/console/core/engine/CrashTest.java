package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Weight;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The console dies at any moment and is started again: the run goes on, and nothing is done twice. */
class CrashTest {

    @Test
    void dyingAtEveryEntryOfARunChangesNeitherItsEndNorItsWrites() {
        Stand calm = new Stand();
        calm.playToTheEnd(calm.start(Stand.wanted(1, 3, true)));
        long entries = calm.journal.history().size();
        assertThat(entries).isGreaterThan(100);
        for (long at = 2; at < entries; at += 3) {
            Stand stand = new Stand();
            String id = stand.start(Stand.wanted(1, 3, true));
            crashAfter(stand, id, at);
            Deployment end = stand.playToTheEnd(id);
            assertThat(end.status()).as("dying after entry %s", at).isEqualTo(Deployment.Status.SUCCEEDED);
            assertThat(sorted(stand.production.writes)).as("dying after entry %s", at).isEqualTo(sorted(calm.production.writes));
            assertThat(sorted(stand.staging.writes)).isEqualTo(sorted(calm.staging.writes));
        }
    }

    private static void crashAfter(Stand stand, String id, long entry) {
        while (stand.journal.history().size() < entry) {
            long before = stand.journal.history().size();
            stand.gate(id).ifPresent(step -> stand.commands().answer(id, step.step().id(), true, "", Stand.SOMEBODY));
            stand.play(() -> stand.journal.history().size() > before);
        }
        stand.crash();
    }

    private static List<String> sorted(List<String> writes) {
        return writes.stream().sorted().toList();
    }

    @Test
    void dyingWhileAWriteIsOnItsWayNeitherRepeatsItNorLosesIt() {
        Stand stand = new Stand();
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.play(() -> stand.weight("api").equals(Weight.ofPercent(5)));
        // The router took 10 %, and the console died before it could write that down.
        stand.production.router(Maily.workspace().component("api").orElseThrow());
        stand.play(() -> stand.run(id).component("api").settledAt().isPresent());
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(30));
        stand.production.deployer(api()).scale(api(), com.maily.console.core.port.Track.CANARY, 1);
        stand.production.router(api()).set(api(), Weight.ofPercent(10));
        stand.crash();
        assertThat(stand.step(id, "Canary of api").status()).isEqualTo(Status.UNCERTAIN);
        assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
        assertThat(stand.production.writes).filteredOn("weight api 10 %"::equals).hasSize(1);
        assertThat(stand.events()).anyMatch(event -> event instanceof Event.WeightShifted shift && shift.to()
                .equals(Weight.ofPercent(10)));
    }

    private static com.maily.console.core.model.Component api() {
        return Maily.workspace().component("api").orElseThrow();
    }

    @Test
    void aHeldCanaryStaysHeldAndAnOpenGateStaysOpen() {
        Stand stand = new Stand();
        stand.production.canaryErrors = weight -> weight.percent() >= 10 ? 0.8 : 0.02;
        String id = stand.start(Stand.wanted(3, 3, true));
        stand.playToTheEnd(id);
        stand.crash();
        stand.driver.play(() -> false, stand.time.instant().plusSeconds(3_600));
        assertThat(stand.step(id, "Canary of api").status()).isEqualTo(Status.HELD);
        assertThat(stand.weight("api")).isEqualTo(Weight.ofPercent(5));

        Stand gated = new Stand();
        String other = gated.start(Stand.wanted(1, 3, false));
        gated.play(() -> gated.gate(other).isPresent());
        String question = gated.gate(other).orElseThrow().note();
        gated.crash();
        gated.driver.play(() -> false, gated.time.instant().plusSeconds(60));
        assertThat(gated.gate(other).orElseThrow().note()).isEqualTo(question);
    }

    @Test
    void aMessageIsNeverSentTwice() {
        for (int turns = 0; turns < 6; turns++) {
            Stand stand = new Stand();
            String id = stand.start(Stand.wanted(3, 3, false));
            stand.play(() -> stand.step(id, "Tell people").attempt() > 0);
            List<String> told = new ArrayList<>(stand.production.told);
            stand.crash();
            assertThat(stand.playToTheEnd(id).status()).isEqualTo(Deployment.Status.SUCCEEDED);
            assertThat(stand.production.told).hasSizeLessThanOrEqualTo(1).containsAll(told);
        }
    }
}
