package com.maily.console.desktop;

import com.maily.console.core.port.WorkloadFacts;
import com.maily.console.core.port.WorkloadFacts.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the story's api is set up: its quota is nearly used up, and nobody could read its volumes. */
public final class SetUp {

    private SetUp() { }

    public static WorkloadFacts facts() {
        return new WorkloadFacts(6, 2, Optional.of(new WorkloadFacts.Autoscaler("maily-api", 4, 12, 6, 6, "cpu 45 % of 70 %")),
                List.of(new WorkloadFacts.Quota("compute", "requests.cpu", amount("19", 19), amount("20", 20)),
                        new WorkloadFacts.Quota("compute", "pods", amount("26", 26), amount("60", 60))),
                List.of("api-ingress"), List.of(), List.of(new WorkloadFacts.ContainerFacts("api", Map.of("cpu", amount("500m", 0.5)),
                Map.of("memory", amount("1Gi", 1 << 30)), Map.of("readiness", "GET /health/ready on 8080 every 5 s"))),
                List.of("volume claims: Our account may not list persistentvolumeclaims."));
    }

    private static Amount amount(String text, double value) {
        return new Amount(text, BigDecimal.valueOf(value));
    }
}
