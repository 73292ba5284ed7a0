package com.maily.console.desktop.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.journal.History;
import com.maily.console.core.port.BlueGreen;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlueGreenModelTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final BlueGreen.Side OLD = new BlueGreen.Side("v2.0.4", "aaa", 4, 4);
    private static final BlueGreen.Side NEW = new BlueGreen.Side("v2.1.0", "bbb", 4, 4);

    private static BlueGreenModel of(BlueGreen seen) {
        return BlueGreenModel.of("api", "production", seen, History.EMPTY, NOW);
    }

    @Test
    void thePreviewStandsBesideTheActiveVersion() {
        BlueGreenModel model = of(new BlueGreen(OLD, Optional.of(NEW), true, Optional.empty(), Optional.empty(), "Paused (BlueGreenPause)"));
        assertThat(model.active()).isEqualTo(new BlueGreenModel.Column("Active", "v2.0.4", "aaa", "4 of 4 ready"));
        assertThat(model.beside().orElseThrow().title()).isEqualTo("Preview");
        assertThat(model.button()).isEqualTo("Switch api to v2.1.0");
    }

    @Test
    void withoutARunThatAsksItIsNotSwitchedFromHere() {
        BlueGreenModel model = of(new BlueGreen(OLD, Optional.of(NEW), true, Optional.empty(), Optional.empty(), "Paused"));
        assertThat(model.blocked()).isEqualTo("No run of this console waits for the switch.");
    }

    @Test
    void aPreviewThatIsNotReadyCannotBeSwitchedTo() {
        BlueGreenModel model = of(new BlueGreen(OLD, Optional.of(new BlueGreen.Side("v2.1.0", "bbb", 1, 4)), false, Optional.empty(),
                Optional.empty(), "Progressing"));
        assertThat(model.blocked()).contains("not ready", "Progressing");
    }

    @Test
    void theVersionBeforeIsShownWithTheTimeItsPodsHaveLeft() {
        BlueGreenModel model = of(new BlueGreen(NEW, Optional.empty(), false, Optional.of(OLD), Optional.of(NOW.plusSeconds(42)), "Healthy"));
        assertThat(model.beside().orElseThrow().title()).isEqualTo("Before");
        assertThat(model.leaving()).contains("42");
        assertThat(model.blocked()).isEqualTo("Nothing new stands ready.");
    }
}
