package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.maily.console.core.model.Artifact;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Deployer} must do, whatever its platform; run by each adapter over the wire and by the sandbox in memory. */
public abstract class DeployerContract {

    private PortHarness world;
    private Deployer deployer;

    protected abstract PortHarness open() throws Exception;

    @BeforeEach
    void openWorld() throws Exception {
        world = open();
        deployer = world.deployer();
    }

    @AfterEach
    void closeWorld() {
        // A world that could not be opened has skipped the test, and says why.
        if (world != null) {
            world.close();
        }
    }

    @Test
    void readsWhatRunsNow() {
        Workload stable = deployer.observe(world.component(), Track.STABLE);
        assertThat(stable.component()).isEqualTo(world.component().name());
        assertThat(stable.track()).isEqualTo(Track.STABLE);
        assertThat(stable.artifact()).contains(world.running());
        assertThat(stable.identity()).isNotEmpty();
        assertThat(stable.done()).as("%s", stable.rollout()).isTrue();
        assertThat(stable.ready()).isEqualTo(stable.wanted()).isPositive();
    }

    @Test
    void anAbsentCanaryWantsNothing() {
        Workload canary = deployer.observe(world.component(), Track.CANARY);
        assertThat(canary.track()).isEqualTo(Track.CANARY);
        assertThat(canary.wanted()).isZero();
        assertThat(canary.ready()).isZero();
    }

    @Test
    void deploysToTheStableTrackAndIsReadBack() {
        String before = deployer.observe(world.component(), Track.STABLE).identity();
        String command = deployer.deploy(world.component(), Track.STABLE, world.next());
        assertThat(command).isNotBlank();
        Workload after = deployed(world.next());
        assertThat(after.identity()).isNotEqualTo(before);
        assertThat(after.ready()).isEqualTo(after.wanted()).isPositive();
    }

    @Test
    void deployingWhatAlreadyRunsChangesNothing() {
        Workload before = deployer.observe(world.component(), Track.STABLE);
        int revisions = deployer.history(world.component()).size();
        deployer.deploy(world.component(), Track.STABLE, world.running());
        Workload after = deployer.observe(world.component(), Track.STABLE);
        assertThat(after.identity()).isEqualTo(before.identity());
        assertThat(after.done()).isTrue();
        assertThat(deployer.history(world.component())).hasSize(revisions);
    }

    @Test
    void aCanaryComesUpBesideTheStableOneAndIsNotReadyAtOnce() {
        assumeTrue(world.hasCanary(), "a workload of this kind has no canary");
        deployer.deploy(world.component(), Track.CANARY, world.next());
        deployer.scale(world.component(), Track.CANARY, 1);
        Workload fresh = deployer.observe(world.component(), Track.CANARY);
        assertThat(fresh.done() && fresh.ready() > 0).as("a canary that cannot be up yet is not shown as up").isFalse();
        Workload canary = settled(Track.CANARY, world.next());
        assertThat(canary.ready()).isEqualTo(1);
        assertThat(deployer.observe(world.component(), Track.STABLE).artifact()).contains(world.running());
    }

    @Test
    void aCanaryScaledToNothingTakesNothing() {
        assumeTrue(world.hasCanary(), "a workload of this kind has no canary");
        deployer.deploy(world.component(), Track.CANARY, world.next());
        deployer.scale(world.component(), Track.CANARY, 1);
        settled(Track.CANARY, world.next());
        deployer.scale(world.component(), Track.CANARY, 0);
        Workload gone = eventually(Track.CANARY, canary -> canary.ready() == 0 && canary.done());
        assertThat(gone.wanted()).isZero();
    }

    @Test
    void historyIsNewestFirstWithTheCurrentRevisionInIt() {
        List<Revision> history = deployer.history(world.component());
        assertThat(history).extracting(Revision::artifact).contains(world.running(), world.earlier());
        assertThat(history).filteredOn(Revision::current).extracting(Revision::artifact).containsExactly(world.running());
        assertThat(history).extracting(Revision::identity).doesNotHaveDuplicates().doesNotContain("");
        assertThat(history).isSortedAccordingTo((a, b) -> b.createdAt().compareTo(a.createdAt()));
    }

    @Test
    void revisionsShowWhatTheyAreMadeFrom() {
        Revision earlier = revision(world.earlier());
        assumeTrue(!earlier.template().isEmpty(), "its platform makes its units from nothing but the artifact");
        assertThat(earlier.template()).contains(((Artifact.Image) world.earlier()).reference());
        assertThat(revision(world.running()).template()).isNotEqualTo(earlier.template()).doesNotContain("pod-template-hash");
    }

    @Test
    void nothingForbidsGoingBackWhereNothingIsPaused() {
        assertThat(deployer.cautions(world.component(), revision(world.earlier()))).noneMatch(Caution::forbids);
    }

    @Test
    void undoesToAnEarlierRevisionAndIsReadBack() {
        Revision earlier = revision(world.earlier());
        assertThat(earlier.available()).isTrue();
        assertThat(deployer.undo(world.component(), earlier)).isNotBlank();
        back(world.earlier());
        assertThat(revision(world.earlier()).current()).isTrue();
    }

    @Test
    void undoesADeployment() {
        deployed(world.next());
        deployer.undo(world.component(), revision(world.running()));
        back(world.running());
    }

    @Test
    void goingBackFindsTheSameRevisionAgain() {
        String identity = revision(world.earlier()).identity();
        deployer.undo(world.component(), revision(world.earlier()));
        assertThat(back(world.earlier()).identity()).isEqualTo(identity);
        assertThat(deployer.history(world.component())).extracting(Revision::identity).doesNotHaveDuplicates().contains(identity);
    }

    @Test
    void undoingToWhatAlreadyRunsChangesNothing() {
        String before = deployer.observe(world.component(), Track.STABLE).identity();
        deployer.undo(world.component(), revision(world.running()));
        Workload after = settled(Track.STABLE, world.running());
        assertThat(after.identity()).isEqualTo(before);
    }

    private Revision revision(Artifact artifact) {
        return deployer.history(world.component()).stream().filter(r -> r.artifact().equals(artifact)).findFirst().orElseThrow();
    }

    /** As the engine does it: looks, and asks again whenever the platform is not told so (yet, or any more). */
    private Workload deployed(Artifact artifact) {
        return Eventually.read(world::pass, () -> {
            Workload stable = deployer.observe(world.component(), Track.STABLE);
            if (!stable.runs(artifact)) {
                deployer.deploy(world.component(), Track.STABLE, artifact);
            }
            return stable;
        }, stable -> stable.runs(artifact) && stable.done() && stable.ready() > 0);
    }

    /**
     * Some platforms bring an earlier version up beside the present one first, and go on when the stable track is told to run it.
     */
    private Workload back(Artifact artifact) {
        return Eventually.read(world::pass, () -> {
            Workload stable = deployer.observe(world.component(), Track.STABLE);
            if (!stable.runs(artifact) && deployer.observe(world.component(), Track.CANARY).runs(artifact)) {
                deployer.deploy(world.component(), Track.STABLE, artifact);
            }
            return stable;
        }, stable -> stable.runs(artifact) && stable.done() && stable.ready() > 0);
    }

    private Workload settled(Track track, Artifact artifact) {
        return eventually(track, workload -> workload.runs(artifact) && workload.done() && workload.ready() > 0);
    }

    private Workload eventually(Track track, Predicate<Workload> expected) {
        return Eventually.read(world::pass, () -> deployer.observe(world.component(), track), expected);
    }
}
