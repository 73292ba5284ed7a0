package com.maily.console.platforms.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.port.WorkloadFacts;
import com.maily.console.sandbox.cluster.ApiFaults;
import com.maily.console.sandbox.ports.SandboxFacts;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What surrounds a workload is read as it is, and what may not be read is said. */
class KubernetesFactsTest {

    private SandboxWorld world;
    private KubernetesFacts facts;

    @BeforeEach
    void open() throws Exception {
        world = new SandboxWorld(Routing.GATEWAY_API);
        facts = new KubernetesFacts(world.connection());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static Component component(String target) {
        return new Component(target, Criticality.CRITICAL, "kubernetes", "deployment/" + target, Routing.PLAIN,
                List.of(), List.of());
    }

    @Test
    void everythingAroundTheApiIsTold() {
        WorkloadFacts api = facts.of(component("maily-api"));

        assertThat(api.units()).isEqualTo(6);
        assertThat(api.surge()).isEqualTo(2);
        assertThat(api.policies()).contains("maily-api");
        assertThat(api.autoscaler()).hasValueSatisfying(scaler -> {
            assertThat(scaler.least()).isEqualTo(6);
            assertThat(scaler.most()).isEqualTo(12);
            assertThat(scaler.current()).isEqualTo(6);
            assertThat(scaler.metrics()).isEqualTo("cpu unknown of 70 %");
        });
        assertThat(api.quotas()).singleElement().satisfies(quota -> {
            assertThat(quota.resource()).isEqualTo("pods");
            assertThat(quota.hard().value()).isEqualByComparingTo("80");
            assertThat(quota.used().value()).isGreaterThanOrEqualTo(new BigDecimal(20));
        });
        assertThat(api.containers()).singleElement().satisfies(container -> {
            assertThat(container.limits().get("memory").text()).isEqualTo("512Mi");
            assertThat(container.probes()).containsEntry("readiness", "GET /healthz on 8080 every 10 s");
        });
        assertThat(api.perUnit().get("requests.cpu")).isEqualByComparingTo("0.1");
        assertThat(api.unknown()).isEmpty();
    }

    @Test
    void theVolumeRedisKeepsItsDataOnIsTold() {
        assertThat(facts.of(component("redis")).claims()).singleElement().satisfies(claim -> {
            assertThat(claim.name()).isEqualTo("redis-data");
            assertThat(claim.phase()).isEqualTo("Bound");
            assertThat(claim.capacity()).isEqualTo("8Gi");
        });
    }

    @Test
    void whatOurAccountMayNotListIsSaidAndTheRestIsTold() {
        world.faults().next(1, "GET", "/api/v1/namespaces/maily/resourcequotas", new ApiFaults.Fault.Code(403));

        WorkloadFacts api = facts.of(component("maily-api"));

        assertThat(api.quotas()).isEmpty();
        assertThat(api.unknown()).singleElement().asString().startsWith("quotas: ");
        assertThat(api.policies()).isNotEmpty();
    }

    @Test
    void thePortInMemorySaysTheSame() {
        SandboxFacts memory = new SandboxFacts(world.cluster(), world.clock(), "maily");

        for (String target : List.of("maily-api", "redis", "email-service")) {
            assertThat(memory.of(component(target))).isEqualTo(facts.of(component(target)));
        }
    }
}
