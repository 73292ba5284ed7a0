package com.maily.console.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import com.maily.console.desktop.widget.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockModelTest {

    private static final Instant NOW = Instant.parse("2025-11-20T03:12:46Z");
    private static final LockHolder EVE = new LockHolder("eve@desk/1", new LockClaim("eve", "her release", "mailyctl", "dep-9"),
            NOW.minusSeconds(108), NOW.minusSeconds(5), Duration.ofSeconds(60));

    private static LockReading held(Instant until, boolean ours) {
        return new LockReading(true, Optional.of(new LockState(Optional.of(EVE), Optional.empty(), 3, "7", until, NOW)), ours,
                Optional.empty());
    }

    @Test
    void whoHoldsItIsNamedWithHowLongAndMayOnlyBeBroken() {
        LockModel model = LockModel.of(held(NOW.plusSeconds(55), false), NOW);
        assertThat(model.owner()).isEqualTo("eve");
        assertThat(model.age()).isEqualTo("1m 48s");
        assertThat(model.sentence()).contains("until 03:13:41 UTC unless renewed", "her release");
        assertThat(model.mayBreak()).isTrue();
        assertThat(model.mayTakeOver()).isFalse();
    }

    @Test
    void aLeaseThatIsOverMayBeTakenOver() {
        LockModel model = LockModel.of(held(NOW, false), NOW);
        assertThat(model.age()).isEqualTo("expired");
        assertThat(model.mayTakeOver()).isTrue();
    }

    @Test
    void ourOwnIsNotTakenFromOurselves() {
        LockModel model = LockModel.of(held(NOW.plusSeconds(55), true), NOW);
        assertThat(model.sentence()).startsWith("This console has it.");
        assertThat(model.mayBreak()).isFalse();
    }

    @Test
    void whatIsNotKnownIsNeverShownAsFree() {
        assertThat(LockModel.of(LockReading.UNREAD, NOW).owner()).isEqualTo("unknown");
        LockReading free = new LockReading(true, Optional.of(new LockState(Optional.empty(), Optional.empty(), 0, "", NOW, NOW)),
                false,
                Optional.empty());
        assertThat(LockModel.of(free, NOW).owner()).isEqualTo("free");
        LockModel lost = LockModel.of(free.failed(new Failure.Unreachable("Reading the lock failed", "no route.", "Look.")), NOW);
        assertThat(lost.owner()).isEqualTo("unknown");
        assertThat(lost.state()).isEqualTo(State.STALE);
        assertThat(lost.sentence()).contains("no route");
        assertThat(LockModel.of(LockReading.NONE, NOW).sentence()).contains("not kept apart");
    }
}
