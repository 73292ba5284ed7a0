package com.maily.console.sandbox.vercel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VercelWorldTest {

    private final InMemoryVercel sandbox = new InMemoryVercel();

    @Test
    void aBuildTakesAboutSeventySecondsOfTheWorldsTime() {
        sandbox.deployer().deploy(sandbox.component(), Track.CANARY, sandbox.next());
        sandbox.pass(Duration.ofSeconds(60));
        assertThat(canary().rollout()).isInstanceOf(Workload.Rollout.Waiting.class);
        sandbox.pass(Duration.ofSeconds(15));
        assertThat(canary().rollout()).isInstanceOf(Workload.Rollout.Done.class);
    }

    @Test
    void theTrafficModelSeesTheCanarysShareAndVersion() {
        assertThat(sandbox.world.traffic()).isEqualTo(new FrontendTraffic(0, java.util.Optional.empty(), "v2.0.4"));
        readyCanaryAt(25);
        assertThat(sandbox.world.traffic()).isEqualTo(new FrontendTraffic(25, java.util.Optional.of("v2.1.0"), "v2.0.4"));
        sandbox.router().set(sandbox.component(), Weight.FULL);
        sandbox.pass(Duration.ofSeconds(3));
        assertThat(sandbox.world.traffic()).isEqualTo(new FrontendTraffic(0, java.util.Optional.empty(), "v2.1.0"));
    }

    @Test
    void aReleaseCannotGoBackToAnEarlierStage() {
        readyCanaryAt(25);
        assertThatThrownBy(() -> sandbox.router().set(sandbox.component(), Weight.ofPercent(5)))
                .isInstanceOfSatisfying(FailureException.class, e -> assertThat(e.failure()).isInstanceOf(Failure.Rejected.class))
                .hasMessageContaining("0 %");
    }

    @Test
    void aBrokenBuildIsShownAsBroken() {
        sandbox.world.breakBuilds("v2.1.0");
        sandbox.deployer().deploy(sandbox.component(), Track.CANARY, sandbox.next());
        sandbox.pass(Duration.ofSeconds(90));
        assertThat(canary().rollout()).isInstanceOf(Workload.Rollout.Broken.class);
        assertThat(canary().ready()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameIdentities() {
        InMemoryVercel other = new InMemoryVercel();
        assertThat(other.deployer().history(other.component())).isEqualTo(sandbox.deployer().history(sandbox.component()));
    }

    @Test
    void aPlannedRefusalReachesTheCallerInItsOwnKind() {
        readyCanaryAt(5);
        sandbox.world.refuseNext(VercelWorld.Operation.ROLLBACK, new VercelRefusal(409, "conflict", "Another alias job runs."));
        assertThatThrownBy(() -> sandbox.router().set(sandbox.component(), Weight.ZERO))
                .isInstanceOfSatisfying(FailureException.class, e -> assertThat(e.failure())
                        .isInstanceOf(Failure.Conflict.class));
    }

    private void readyCanaryAt(int percent) {
        sandbox.deployer().deploy(sandbox.component(), Track.CANARY, sandbox.next());
        sandbox.pass(Duration.ofSeconds(80));
        sandbox.router().set(sandbox.component(), Weight.ofPercent(percent));
        sandbox.pass(Duration.ofSeconds(3));
    }

    private Workload canary() {
        return sandbox.deployer().observe(sandbox.component(), Track.CANARY);
    }
}
