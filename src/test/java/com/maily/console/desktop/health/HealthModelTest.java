package com.maily.console.desktop.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.port.HealthReading;
import com.maily.console.desktop.Story;
import com.maily.console.desktop.widget.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthModelTest {

    private static final List<String> ORDER = List.of("api", "frontend", "blockchain");

    private static HealthModel model(boolean faultsOnly, String words) {
        return HealthModel.of(new HealthModel.Known(Optional.of(HandHealth.story()), Optional.empty(), ORDER, Story.NOW,
                faultsOnly, words));
    }

    private static HealthRow row(String subject) {
        return model(false, "").all().stream().filter(row -> row.subject().equals(subject)).findFirst().orElseThrow();
    }

    @Test
    void rowsStandUnderTheirComponentInTheWorkspacesOrder() {
        assertThat(model(false, "").rows()).extracting(HealthRow::subject).startsWith("api health", "api ready",
                "frontend health");
        assertThat(model(false, "").rows()).extracting(HealthRow::component).startsWith("api", "", "frontend");
    }

    @Test
    void whatIsTooOldIsNotCalledWell() {
        HealthRow old = row("campaign health");
        assertThat(old.state()).isEqualTo(State.STALE);
        assertThat(old.word()).isEqualTo("was up");
        assertThat(old.asked()).isEqualTo("1m 34s");
        assertThat(row("analytics health").word()).isEqualTo("Asking");
        assertThat(model(false, "").count(State.DONE)).isEqualTo(2);
    }

    @Test
    void theCertificateTellsItsDays() {
        assertThat(row("api health").certificate()).isEqualTo("71 days");
        assertThat(row("api health").left()).isEqualTo(State.DONE);
        assertThat(row("ai-service health").left()).isEqualTo(State.MARGINAL);
        assertThat(row("email health").certificate()).isEqualTo("ran out");
        assertThat(row("email health").left()).isEqualTo(State.FAILED);
        assertThat(row("campaign health").certificate()).isEqualTo("no TLS");
    }

    @Test
    void faultsOnlyLeavesOutWhatIsUpAndWordsNarrow() {
        assertThat(model(true, "").rows()).noneMatch(row -> row.state() == State.DONE).hasSize(6);
        assertThat(model(false, "READY").rows()).extracting(HealthRow::subject).containsExactly("api ready");
        assertThat(model(false, "down").rows()).extracting(HealthRow::subject).containsExactlyInAnyOrder("blockchain health",
                "email health");
    }

    @Test
    void beforeTheFirstAnswerItIsLoadingAndWithoutEndpointsItIsNot() {
        List<HealthReading> none = HandHealth.story().stream().filter(reading -> reading.checked().isEmpty()).toList();
        assertThat(HealthModel.of(new HealthModel.Known(Optional.of(none), Optional.empty(), ORDER, Story.NOW, false, ""))
                .loading()).isTrue();
        assertThat(HealthModel.of(new HealthModel.Known(Optional.empty(), Optional.empty(), ORDER, Story.NOW, false, ""))
                .loading()).isFalse();
    }
}
