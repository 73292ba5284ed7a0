package com.maily.console.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.StepState.Status;
import com.maily.console.core.model.Recovery;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Readings of the journal: when it will end, and what is told afterwards. */
class ReadingsTest {

    private final Stand stand = new Stand();

    @Test
    void withoutAPastTheEndIsThePlans() {
        String id = stand.start(Stand.wanted(3, 3, true));
        Eta eta = Eta.of(stand.run(id), stand.journal.history(), stand.time.instant());
        assertThat(eta.overPlan()).isEqualTo(Duration.ZERO);
        assertThat(eta.end()).isEqualTo(eta.late()).isAfter(HandTime.START.plus(Duration.ofMinutes(60)));
    }

    @Test
    void aSecondRunIsForetoldFromTheFirst() {
        String first = stand.start(Stand.wanted(3, 3, true));
        Instant end = stand.playToTheEnd(first).endedAt().orElseThrow();
        Duration took = Duration.between(HandTime.START, end);
        String second = stand.start(Stand.wanted(3, 3, true));
        Eta eta = Eta.of(stand.run(second), stand.journal.history(), stand.time.instant());
        assertThat(Duration.between(stand.time.instant(), eta.end())).isCloseTo(took, Duration.ofSeconds(30));
    }

    @Test
    void aRunThatIsOverEndsWhenItEnded() {
        String id = stand.start(Stand.wanted(3, 3, false));
        Instant end = stand.playToTheEnd(id).endedAt().orElseThrow();
        assertThat(Eta.of(stand.run(id), stand.journal.history(), end.plusSeconds(999)).end()).isEqualTo(end);
    }

    @Test
    void theReportTellsWhatTheJournalKnowsAndNothingElse() {
        stand.production.canaryErrors = weight -> weight.percent() >= 25 ? 0.8 : 0.02;
        String forward = stand.start(Stand.wanted(2, 3, true));
        stand.playToTheEnd(forward);
        stand.time.pass(Duration.ofMinutes(3));
        Deployment back = stand.playToTheEnd(Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY)));
        assertThat(back.steps().values()).allMatch(step -> step.status() == Status.DONE);
        String report = IncidentReport.of(stand.journal.history(), stand.journal.read(0, 10_000), back.id(), Recovery.DEFAULT);
        assertThat(report).contains("# Incident report: " + back.id(), forward + " deployed v2.1.0 to production",
                "api: error-rate 0.8 % is over its limit of 0.1 %", "objective 15 min: met", "- Restore api: api runs v2.0.4",
                "rollout undo deployment/analytics", "- release-manager", "api canary 10 % to 25 %", "because: errors.");
        assertThat(report).doesNotContain("Not verified");
    }

    @Test
    void aReportOfARunThatIsNotOverSaysSo() {
        stand.production.canaryErrors = weight -> weight.percent() >= 25 ? 0.8 : 0.02;
        stand.playToTheEnd(stand.start(Stand.wanted(2, 3, true)));
        stand.production.broken.add("analytics");
        String id = Stand.accepted(stand.commands().rollBack(Stand.undo(), Stand.SOMEBODY));
        stand.playToTheEnd(id);
        assertThat(IncidentReport.of(stand.journal.history(), stand.journal.read(0, 10_000), id, Recovery.DEFAULT))
                .contains("Not over yet", "Not verified: Restore analytics (failed)");
    }
}
