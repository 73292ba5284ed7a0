package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link EnvironmentLock} must do; run by the adapter over the wire and by the sandbox in memory. */
public abstract class EnvironmentLockContract {

    /** A place where locks are kept, and a way to let time pass. */
    public interface Harness extends AutoCloseable {
        /** As one more console would open it. */
        EnvironmentLock lock(String environment, String identity);

        /** How long what is taken lasts. */
        default Duration lease() {
            return Duration.ofSeconds(60);
        }

        void pass(Duration time);

        @Override
        void close();
    }

    private static final LockClaim RELEASE = new LockClaim("release-manager", "deployment of v2.1.0", "mailyctl", "dep-1");
    private static final LockClaim INCIDENT = new LockClaim("on-call", "checkout is down", "Console", "");

    private Harness world;
    private EnvironmentLock alice;
    private EnvironmentLock bob;

    protected abstract Harness open() throws Exception;

    @BeforeEach
    void openWorld() throws Exception {
        world = open();
        alice = world.lock("production", "alice@laptop/1");
        bob = world.lock("production", "bob@laptop/2");
    }

    @AfterEach
    void closeWorld() {
        // A world that could not be opened has skipped the test, and says why.
        if (world != null) {
            world.close();
        }
    }

    private LockState taken() {
        return alice.take(alice.observe(), RELEASE, Set.of());
    }

    /** As a console that keeps looking does: what it has never seen before it cannot know to be old. */
    private void expire() {
        bob.observe();
        for (int i = 0; i < 40 && !bob.observe().expired(); i++) {
            world.pass(world.lease().dividedBy(2));
        }
        assertThat(bob.observe().expired()).isTrue();
    }

    @Test
    void whatNobodyTookIsFreeAndWhoTakesItIsTold() {
        assertThat(bob.observe().holder()).isEmpty();
        LockState mine = taken();
        assertThat(mine.heldBy("alice@laptop/1")).isTrue();
        LockState seen = bob.observe();
        LockHolder holder = seen.holder().orElseThrow();
        assertThat(holder.claim()).isEqualTo(RELEASE);
        assertThat(holder.identity()).isEqualTo("alice@laptop/1");
        assertThat(holder.lease()).isEqualTo(world.lease());
        assertThat(seen.expired()).isFalse();
        assertThat(seen.until()).isAfter(seen.observedAt());
        assertThat(seen.sentence()).contains("release-manager", "deployment of v2.1.0", "unless renewed");
    }

    @Test
    void aSecondOneDoesNotGetItWhileItIsRenewed() {
        LockState mine = taken();
        for (int i = 0; i < 3; i++) {
            world.pass(world.lease().dividedBy(3));
            assertThat(bob.take(bob.observe(), INCIDENT, Set.of()).heldBy("alice@laptop/1")).isTrue();
            LockState seen = bob.observe();
            assertThatThrownBy(() -> bob.takeOver(seen, INCIDENT)).isInstanceOf(FailureException.class)
                    .hasMessageContaining("cannot be taken over");
            mine = alice.renew(mine, RELEASE);
            assertThat(mine.heldBy("alice@laptop/1")).isTrue();
        }
        assertThat(mine.transitions()).isEqualTo(bob.observe().transitions());
        assertThat(mine.until()).isAfter(mine.observedAt());
    }

    @Test
    void onlyALeaseThatWasWatchedToItsEndIsTakenOver() {
        LockState before = taken();
        world.pass(world.lease().multipliedBy(6));
        assertThat(bob.observe().expired()).as("seen for the first time just now").isFalse();
        expire();
        LockState after = bob.takeOver(bob.observe(), INCIDENT);
        assertThat(after.heldBy("bob@laptop/2")).isTrue();
        assertThat(after.transitions()).isEqualTo(before.transitions() + 1);
        assertThat(after.holder().orElseThrow().claim()).isEqualTo(INCIDENT);
        LockState lost = alice.renew(before, RELEASE);
        assertThat(lost.heldBy("alice@laptop/1")).as("whoever slept finds out").isFalse();
        assertThat(lost.holder().orElseThrow().owner()).isEqualTo("on-call");
    }

    @Test
    void aSleeperWhomNobodyReplacedGoesOnWithTheVersionItKnows() {
        LockState before = taken();
        world.pass(world.lease().multipliedBy(2));
        assertThat(alice.observe().expired()).as("by its own clock").isTrue();
        LockState again = alice.renew(before, RELEASE);
        assertThat(again.heldBy("alice@laptop/1")).isTrue();
        assertThat(again.expired()).isFalse();
        assertThat(again.transitions()).isEqualTo(before.transitions());
    }

    @Test
    void ofTwoWhoTakeItOverAtOnceOneWins() {
        taken();
        EnvironmentLock carol = world.lock("production", "carol@laptop/3");
        carol.observe();
        expire();
        LockState seenByBob = bob.observe();
        LockState seenByCarol = carol.observe();
        assertThat(seenByCarol.expired()).isTrue();
        assertThat(bob.takeOver(seenByBob, INCIDENT).heldBy("bob@laptop/2")).isTrue();
        assertThat(carol.takeOver(seenByCarol, INCIDENT).heldBy("bob@laptop/2")).as("carol was slower and is told").isTrue();
    }

    @Test
    void ofTwoWhoTakeTheFirstOneEverOneWins() {
        LockState nothing = bob.observe();
        taken();
        assertThat(bob.hold(nothing, INCIDENT).heldBy("alice@laptop/1")).isTrue();
    }

    @Test
    void forceBreaksWhatIsStillRenewed() {
        LockState mine = taken();
        LockState after = bob.breakIt(bob.observe(), INCIDENT);
        assertThat(after.heldBy("bob@laptop/2")).isTrue();
        assertThat(after.transitions()).isEqualTo(mine.transitions() + 1);
        assertThat(alice.renew(mine, RELEASE).holder().orElseThrow().claim().reason()).isEqualTo("checkout is down");
    }

    @Test
    void whatIsGivenBackIsFreeAndSaysWhoHadIt() {
        LockState mine = taken();
        LockState after = alice.release(mine);
        assertThat(after.holder()).isEmpty();
        assertThat(after.before().orElseThrow().owner()).isEqualTo("release-manager");
        LockState next = bob.take(bob.observe(), INCIDENT, Set.of());
        assertThat(next.heldBy("bob@laptop/2")).isTrue();
        assertThat(alice.release(mine).heldBy("bob@laptop/2")).as("it is not alice's to give back any more").isTrue();
    }

    @Test
    void aConsoleThatIsKnownToHaveEndedIsFollowedAtOnce() {
        LockState mine = taken();
        LockState next = bob.take(bob.observe(), INCIDENT, Set.of("alice@laptop/1"));
        assertThat(next.heldBy("bob@laptop/2")).isTrue();
        assertThat(next.transitions()).isEqualTo(mine.transitions() + 1);
    }

    @Test
    void environmentsBesideEachOtherHaveLocksOfTheirOwn() {
        taken();
        EnvironmentLock staging = world.lock("staging", "bob@laptop/2");
        assertThat(staging.take(staging.observe(), INCIDENT, Set.of()).heldBy("bob@laptop/2")).isTrue();
        assertThat(bob.observe().heldBy("alice@laptop/1")).isTrue();
    }
}
