package com.maily.console.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.Cluster;
import com.maily.console.sandbox.cluster.MailyCluster;
import com.maily.console.sandbox.cluster.SteadyImages;
import com.maily.console.sandbox.ports.SandboxLock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two consoles and one environment with two clusters, of which either may be down. */
class RegionalLockTest {

    private static final LockClaim CLAIM = new LockClaim("on-call", "rollback", "Console", "dep-1");

    private final SandboxClock clock = SandboxClock.manual(Instant.parse("2025-11-20T01:48:00Z"));
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();
    private final Set<String> down = new HashSet<>();
    private final EnvironmentLock ours;
    private final EnvironmentLock theirs;

    RegionalLockTest() {
        List.of("us", "eu").forEach(region -> clusters.put(region, MailyCluster.create(clock, new SteadyImages(), 77)));
        ours = console("ours");
        theirs = console("theirs");
    }

    private EnvironmentLock console(String identity) {
        Map<String, Supplier<Optional<EnvironmentLock>>> locks = new LinkedHashMap<>();
        clusters.forEach((region, cluster) -> {
            EnvironmentLock lock = new SandboxLock(cluster, clock, "maily", "maily-console-production", identity);
            locks.put(region, () -> reached(region, lock));
        });
        return new RegionalLock(locks);
    }

    private static LockState take(EnvironmentLock lock) {
        return lock.take(lock.observe(), CLAIM, Set.of());
    }

    private Optional<EnvironmentLock> reached(String region, EnvironmentLock lock) {
        if (down.contains(region)) {
            throw new FailureException(new Failure.Unreachable("Asking " + region + " failed", "Nobody answers.", "Wait."));
        }
        return Optional.of(lock);
    }

    @Test
    void whoHoldsItHoldsItForAllRegions() {
        assertThat(take(ours).heldBy("ours")).isTrue();
        assertThat(take(theirs).heldBy("ours")).isTrue();
        ours.release(ours.observe());
        assertThat(take(theirs).heldBy("theirs")).isTrue();
    }

    @Test
    void itIsTakenElsewhereWhileItsRegionIsDownAndSeenThereAfterwards() {
        down.add("us");
        assertThat(take(ours).heldBy("ours")).isTrue();
        down.clear();
        assertThat(take(theirs).heldBy("ours")).as("free in us, but held in eu").isTrue();
    }

    @Test
    void aLeaseGoesOnInAnotherRegionWhenItsOwnGoesDown() {
        LockState held = take(ours);
        down.add("us");
        clock.advance(Duration.ofSeconds(5));
        LockState after = ours.renew(held, CLAIM);
        assertThat(after.heldBy("ours")).isTrue();
        assertThat(take(theirs).heldBy("ours")).isTrue();
        down.clear();
        ours.release(after);
        assertThat(take(theirs).heldBy("theirs")).as("given back in both").isTrue();
    }

    @Test
    void whereNobodyAnswersNothingIsKnown() {
        down.addAll(clusters.keySet());
        assertThatThrownBy(ours::observe).isInstanceOf(FailureException.class).hasMessageContaining("Asking us failed");
    }
}
