package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.EnvironmentLockContract;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockState;
import com.maily.console.sandbox.cluster.Kinds;
import com.maily.console.sandbox.cluster.PatchKind;
import com.maily.console.sandbox.cluster.Write;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract over the wire, and what only the wire shows. */
class KubernetesLockTest extends EnvironmentLockContract {

    private static final LockClaim CLAIM = new LockClaim("eve", "a \"quoted\" reason, ünd more", "mailyctl", "dep-1");

    @Override
    protected Harness open() throws Exception {
        return KubernetesWorld.open(Routing.REPLICA_RATIO);
    }

    @Test
    void timesHaveSixDigitsWhateverTheClockSays() {
        assertThat(LeaseObject.microTime(Instant.parse("2026-11-20T17:20:06Z"))).isEqualTo("2026-11-20T17:20:06.000000Z");
        assertThat(LeaseObject.microTime(Instant.parse("2026-11-20T17:20:06.123Z"))).isEqualTo("2026-11-20T17:20:06.123000Z");
        assertThat(LeaseObject.microTime(Instant.parse("2026-11-20T17:20:06.123456789Z")))
                .isEqualTo("2026-11-20T17:20:06.123456Z");
    }

    /** Somebody annotates the Lease; that takes it from nobody, and what they wrote stays. */
    @Test
    void anObjectThatSomebodyOnlyTouchedIsStillOursAndKeepsWhatTheyWrote() throws Exception {
        try (SandboxWorld world = sandbox()) {
            EnvironmentLock lock = world.lock("production", "eve@laptop/1");
            LockState mine = lock.take(lock.observe(), CLAIM, Set.of());
            world.cluster().patch(Kinds.LEASES, SandboxWorld.NAMESPACE, "maily-console-production", "", PatchKind.MERGE,
                    Serialization.jsonMapper().readTree("{\"metadata\":{\"annotations\":{\"team\":\"blue\"}}}"), "kubectl");
            world.pass(Duration.ofSeconds(20));
            LockState after = lock.renew(mine, CLAIM);
            assertThat(after.heldBy("eve@laptop/1")).isTrue();
            assertThat(after.until()).isAfter(mine.until());
            JsonNode lease = world.cluster().read(Kinds.LEASES, SandboxWorld.NAMESPACE, "maily-console-production");
            assertThat(lease.at("/metadata/annotations/team").asText()).isEqualTo("blue");
            assertThat(lease.at("/metadata/annotations/maily.dev~1lock-reason").asText()).isEqualTo(CLAIM.reason());
            assertThat(lease.at("/spec/leaseDurationSeconds").asInt()).isEqualTo(60);
        }
    }

    /** Another tool's lock has no owner of ours: its identity is all that is known. */
    @Test
    void aLeaseOfAnotherToolIsRespected() throws Exception {
        try (SandboxWorld world = sandbox()) {
            JsonNode foreign = Serialization.jsonMapper()
                    .readTree("{\"apiVersion\":\"coordination.k8s.io/v1\",\"kind\":\"Lease\",\"metadata\":"
                    + "{\"name\":\"maily-console-production\"},\"spec\":{\"holderIdentity\":\"backup-job\",\"leaseDurationSeconds\":15}}");
            world.cluster().create(Kinds.LEASES, SandboxWorld.NAMESPACE, foreign, Write.by("kubectl"));
            EnvironmentLock lock = world.lock("production", "eve@laptop/1");
            LockState seen = lock.take(lock.observe(), CLAIM, Set.of());
            assertThat(seen.heldBy("backup-job")).isTrue();
            assertThat(seen.sentence()).startsWith("Held by backup-job");
        }
    }

    private static SandboxWorld sandbox() throws Exception {
        assumeTrue(System.getProperty("kubeconfig", "").isBlank(), "only the sandbox can be written to from aside");
        return new SandboxWorld(Routing.REPLICA_RATIO);
    }
}
