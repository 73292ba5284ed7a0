package com.maily.console.platforms.vercel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.DeployerContract;
import com.maily.console.core.port.PortHarness;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VercelDeployerTest extends DeployerContract {

    @Override
    protected PortHarness open() {
        return new VercelOverTheWire();
    }

    @Test
    void promotesWhereTheProjectHasNoRollingReleases() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            vercel.world.enableRollingReleases(false);
            assertThat(deployStable(vercel)).contains("vercel deploy");
            assertThat(stable(vercel).runs(vercel.next())).as("told what is being built").isTrue();
            assertThat(deployStable(vercel)).as("the build runs already").isEmpty();
            vercel.pass(Duration.ofSeconds(80));
            assertThat(stable(vercel).runs(vercel.running())).as("a build nobody promoted is not in production").isTrue();
            assertThat(deployStable(vercel)).contains("vercel promote");
            assertThat(stable(vercel).rollout()).as("accepted is not done").isInstanceOf(Workload.Rollout.Waiting.class);
            vercel.pass(Duration.ofSeconds(4));
            assertThat(stable(vercel).runs(vercel.next())).isTrue();
            assertThat(stable(vercel).done()).isTrue();
        }
    }

    private static String deployStable(VercelOverTheWire vercel) {
        return vercel.deployer().deploy(vercel.component(), Track.STABLE, vercel.next());
    }

    @Test
    void aRollbackEndsARunningRollingRelease() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            vercel.deployer().deploy(vercel.component(), Track.CANARY, vercel.next());
            vercel.pass(Duration.ofSeconds(80));
            vercel.router().set(vercel.component(), Weight.ofPercent(25));
            vercel.pass(Duration.ofSeconds(3));
            vercel.deployer().undo(vercel.component(), revision(vercel, vercel.running()));
            vercel.pass(Duration.ofSeconds(4));
            assertThat(vercel.router().observe(vercel.component()).settledAt(Weight.ZERO)).isTrue();
            assertThat(stable(vercel).runs(vercel.running())).isTrue();
            assertThat(vercel.deployer().observe(vercel.component(), Track.CANARY).wanted()).isZero();
        }
    }

    @Test
    void domainsThatDoNotMoveAreShownAsBroken() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            vercel.world.failAliases(true);
            vercel.deployer().undo(vercel.component(), revision(vercel, vercel.earlier()));
            vercel.pass(Duration.ofSeconds(4));
            assertThat(stable(vercel).rollout()).isInstanceOf(Workload.Rollout.Broken.class);
            assertThat(stable(vercel).ready()).isZero();
        }
    }

    @Test
    void askingTwiceForTheSameRollbackSendsOne() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            Revision earlier = revision(vercel, vercel.earlier());
            vercel.deployer().undo(vercel.component(), earlier);
            vercel.deployer().undo(vercel.component(), earlier);
            vercel.pass(Duration.ofSeconds(4));
            assertThat(stable(vercel).runs(vercel.earlier())).isTrue();
        }
    }

    @Test
    void aBuildThatFailsIsToldWithVercelsReasonAndCanBeAskedForAgainLater() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            vercel.world.breakBuilds("v2.1.0");
            deployStable(vercel);
            vercel.pass(Duration.ofSeconds(90));
            assertThat(stable(vercel).rollout()).isInstanceOfSatisfying(Workload.Rollout.Broken.class,
                    broken -> assertThat(broken.message()).contains("npm run build"));
            vercel.pass(Duration.ofMinutes(5));
            assertThat(stable(vercel).runs(vercel.running())).isTrue();
            assertThat(deployStable(vercel)).contains("vercel deploy");
        }
    }

    @Test
    void refusesAnImage() {
        try (VercelOverTheWire vercel = new VercelOverTheWire()) {
            FailureException thrown = catchThrowableOfType(FailureException.class, () -> vercel.deployer()
                    .deploy(vercel.component(),
                    Track.STABLE, new Artifact.Image("v2.1.0", "ghcr.io/maily/frontend:v2.1.0")));
            assertThat(thrown.failure()).isInstanceOf(Failure.Rejected.class);
        }
    }

    private static Workload stable(VercelOverTheWire vercel) {
        return vercel.deployer().observe(vercel.component(), Track.STABLE);
    }

    private static Revision revision(VercelOverTheWire vercel, Artifact artifact) {
        return vercel.deployer().history(vercel.component()).stream().filter(r -> r.artifact().equals(artifact)).findFirst()
                .orElseThrow();
    }
}
