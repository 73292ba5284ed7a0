package com.maily.console.sandbox.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.SandboxClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals as a real server's were recorded. */
class MicroTimeTest {

    @ParameterizedTest
    @CsvSource({"2026-11-20T17:20:06.123Z, .123Z, .000000", "2026-11-20T17:20:06Z, Z, .000000",
            "2026-11-20T17:20:06.123456789Z, 789Z, Z07:00", "soon, soon, 2006"})
    void anythingButSixDigitsIsRefusedInTheServersWords(String time, String rest, String as) {
        assertThat(MicroTime.refusal(time)).contains("parsing time \"" + time
                + "\" as \"2006-01-02T15:04:05.000000Z07:00\": cannot parse \"" + rest + "\" as \"" + as + "\"");
    }

    @Test
    void aLeaseTakesSixDigitsAndADurationAboveZero() {
        Cluster cluster = new Cluster(SandboxClock.manual(Instant.parse("2026-11-21T10:00:00Z")), new SteadyImages(), 77);
        ObjectNode lease = Cluster.named("deploy-lock");
        Json.child(lease, "spec").put("renewTime", "2026-11-20T17:20:06.123456Z").put("leaseDurationSeconds", 15);
        assertThat(cluster.create(Kinds.LEASES, "default", lease, Write.by("test")).at("/spec/leaseDurationSeconds").asInt())
                .isEqualTo(15);
        assertThatThrownBy(() -> cluster.patch(Kinds.LEASES, "default", "deploy-lock", "", PatchKind.MERGE,
                Json.object().set("spec", Json.object().put("leaseDurationSeconds", 0)), "test"))
                .hasMessage("Lease.coordination.k8s.io \"deploy-lock\" is invalid: spec.leaseDurationSeconds: Invalid value: 0: "
                        + "must be greater than 0");
        assertThatThrownBy(() -> cluster.patch(Kinds.LEASES, "default", "deploy-lock", "", PatchKind.MERGE,
                Json.object().set("spec", Json.object().put("renewTime", "2026-11-20T17:20:06.123Z")), "test"))
                .hasMessageContaining("cannot parse \".123Z\" as \".000000\"");
    }
}
