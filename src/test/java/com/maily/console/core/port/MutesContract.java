package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Mutes} must do, over the wire and in memory. */
public abstract class MutesContract {

    protected static final Instant START = Instant.parse("2025-11-20T01:48:00Z");

    protected final SandboxClock clock = SandboxClock.manual(START);

    protected abstract Mutes mutes();

    private Mutes.Window window(String deployment, Duration length) {
        return new Mutes.Window(deployment, "production", clock.instant().plus(length), "deployment of v2.1.0");
    }

    @Test
    void aMuteIsFoundByItsDeploymentAndByNoOther() {
        String proof = mutes().mute(window("dep-1", Duration.ofMinutes(20)));

        assertThat(mutes().of("dep-1")).singleElement().satisfies(mute -> {
            assertThat(mute.until()).isEqualTo(START.plus(Duration.ofMinutes(20)));
            assertThat(mute.why()).contains("deployment of v2.1.0").contains("dep-1");
            assertThat(proof).contains(mute.id());
        });
        assertThat(mutes().of("dep-11")).isEmpty();
        assertThat(mutes().of("dep")).isEmpty();
    }

    @Test
    void mutingAgainMovesTheEndAndLeavesOne() {
        mutes().mute(window("dep-1", Duration.ofMinutes(20)));
        clock.advance(Duration.ofMinutes(11));
        mutes().mute(window("dep-1", Duration.ofMinutes(20)));

        assertThat(mutes().of("dep-1")).singleElement()
                .satisfies(mute -> assertThat(mute.until()).isEqualTo(START.plus(Duration.ofMinutes(31))));
    }

    @Test
    void anEndedMuteIsGoneAndEndingItTwiceIsNoError() {
        mutes().mute(window("dep-1", Duration.ofMinutes(20)));
        List<Mutes.Mute> there = mutes().of("dep-1");
        mutes().unmute(there.getFirst());

        assertThat(mutes().of("dep-1")).isEmpty();
        assertThat(mutes().unmute(there.getFirst())).isNotBlank();
    }

    @Test
    void oneThatNobodyRenewsEndsByItself() {
        mutes().mute(window("dep-1", Duration.ofMinutes(20)));
        clock.advance(Duration.ofMinutes(21));

        assertThat(mutes().of("dep-1")).isEmpty();
    }
}
