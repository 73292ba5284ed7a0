package com.maily.console.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.WorkloadFacts;
import com.maily.console.desktop.SetUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person is told of how a workload is set up. */
class FactLineTest {

    private static State state(String text) {
        return FactLine.of(SetUp.facts()).stream().filter(line -> line.text().contains(text)).findFirst().orElseThrow().state();
    }

    @Test
    void whatIsUnknownComesFirstAndIsNeverGreen() {
        assertThat(FactLine.of(SetUp.facts()).getFirst().state()).isEqualTo(State.STALE);
        assertThat(FactLine.of(SetUp.facts())).extracting(FactLine::title).doesNotContain("Volume");
    }

    @Test
    void aQuotaThatIsNearlyUsedUpStandsOut() {
        assertThat(state("requests.cpu")).isEqualTo(State.MARGINAL);
        assertThat(state("pods 26 of 60")).isEqualTo(State.PLANNED);
    }

    @Test
    void policiesNobodyCouldReadAreNotTakenForNone() {
        WorkloadFacts unread = new WorkloadFacts(2, 0, Optional.empty(), List.of(), List.of(), List.of(), List.of(),
                List.of("network policies: no answer"));
        WorkloadFacts none = new WorkloadFacts(2, 0, Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(FactLine.of(unread)).extracting(FactLine::text).noneMatch(text -> text.contains("all traffic is let in"));
        assertThat(FactLine.of(none)).extracting(FactLine::text).anyMatch(text -> text.contains("all traffic is let in"));
    }

    @Test
    void aContainerWithoutAReadinessProbeIsSaid() {
        WorkloadFacts bare = new WorkloadFacts(2, 0, Optional.empty(), List.of(), List.of(), List.of(),
                List.of(new WorkloadFacts.ContainerFacts("api", Map.of(), Map.of(), Map.of())), List.of());
        assertThat(FactLine.of(bare)).filteredOn(line -> line.state() == State.MARGINAL).hasSize(2);
    }
}
