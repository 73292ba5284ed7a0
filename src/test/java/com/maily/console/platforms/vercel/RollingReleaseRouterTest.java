package com.maily.console.platforms.vercel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.RouterHarness;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.TrafficRouter;
import com.maily.console.core.port.TrafficRouterContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RollingReleaseRouterTest extends TrafficRouterContract {

    @Override
    protected RouterHarness open() {
        return new VercelOverTheWire();
    }

    @Test
    void showsTheStageItToldApartFromWhatTheEdgeDoes() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            canary(vercel);
            vercel.router().set(vercel.component(), Weight.ofPercent(5));
            Traffic traffic = vercel.router().observe(vercel.component());
            assertThat(traffic.desired()).isEqualTo(Weight.ofPercent(5));
            assertThat(traffic.observed()).isEqualTo(Weight.ZERO);
            assertThat(traffic.why()).isNotBlank();
        }
    }

    @Test
    void skipsStagesForwardByApprovingEach() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            canary(vercel);
            String command = vercel.router().set(vercel.component(), Weight.ofPercent(50));
            assertThat(command).contains("start").contains("currentStageIndex=0").contains("currentStageIndex=1");
            vercel.pass(Duration.ofSeconds(3));
            assertThat(vercel.router().observe(vercel.component()).settledAt(Weight.ofPercent(50))).isTrue();
        }
    }

    @Test
    void cannotGoBackToAnEarlierStage() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            canary(vercel);
            vercel.router().set(vercel.component(), Weight.ofPercent(25));
            Failure failure = failure(() -> vercel.router().set(vercel.component(), Weight.ofPercent(5)));
            assertThat(failure).isInstanceOf(Failure.Rejected.class);
            assertThat(failure.advice()).contains("0 %");
        }
    }

    @Test
    void refusesTrafficForACanaryThatIsStillBuilding() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            vercel.deployer().deploy(vercel.component(), Track.CANARY, vercel.next());
            assertThat(failure(() -> vercel.router().set(vercel.component(), Weight.ofPercent(5))))
                    .isInstanceOf(Failure.Rejected.class);
        }
    }

    @Test
    void saysWhenTheProjectHasNoRollingReleases() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            vercel.world.enableRollingReleases(false);
            assertThat(vercel.router().reach(vercel.component())).isInstanceOfSatisfying(TrafficRouter.Reach.Only.class,
                    only -> assertThat(only.why()).contains("no rolling releases"));
        }
    }

    private static void canary(VercelOverTheWire vercel) {
        vercel.deployer().deploy(vercel.component(), Track.CANARY, vercel.next());
        vercel.pass(Duration.ofSeconds(80));
    }

    private static Failure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(FailureException.class, call).failure();
    }
}
