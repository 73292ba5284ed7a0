package com.maily.console.core.port;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a component is set up where it runs, read from the platform.
 *
 * @param units      units wanted now
 * @param surge      units a new version brings up beside the old ones before any of these goes
 * @param autoscaler what decides {@code units}, if something does
 * @param quotas     all that bound the namespace it lives in
 * @param policies   names of the network policies that select it
 * @param unknown    what could not be read, and why; of that nothing stands above
 */
public record WorkloadFacts(int units, int surge, Optional<Autoscaler> autoscaler, List<Quota> quotas, List<String> policies,
                            List<Claim> claims, List<ContainerFacts> containers, List<String> unknown) {

    public WorkloadFacts {
        quotas = List.copyOf(quotas);
        policies = List.copyOf(policies);
        claims = List.copyOf(claims);
        containers = List.copyOf(containers);
        unknown = List.copyOf(unknown);
    }

    /** @param metrics what it looks at, in words: {@code cpu 45 % of 70 %} */
    public record Autoscaler(String name, int least, int most, int current, int desired, String metrics) { }

    /** @param resource as the platform writes it: {@code requests.cpu}, {@code pods} */
    public record Quota(String name, String resource, Amount used, Amount hard) { }

    /** @param text as it is written: {@code 500m}, {@code 2Gi} @param value in whole units: cores, bytes, pods */
    public record Amount(String text, BigDecimal value) { }

    /** A volume it keeps its data on. */
    public record Claim(String name, String phase, String capacity, String storageClass) { }

    /**
     * @param probes by kind ({@code readiness}, {@code liveness}, {@code startup}), in words: {@code GET /healthz on 8080 every
     * 10 s}
     */
    public record ContainerFacts(String name, Map<String, Amount> requests, Map<String, Amount> limits,
                                 Map<String, String> probes) {
        public ContainerFacts {
            requests = Collections.unmodifiableMap(new TreeMap<>(requests));
            limits = Collections.unmodifiableMap(new TreeMap<>(limits));
            probes = Collections.unmodifiableMap(new TreeMap<>(probes));
        }
    }

    /** What one more unit takes from the quotas, by the names quotas use. A resource no container asks for takes nothing. */
    public Map<String, BigDecimal> perUnit() {
        Map<String, BigDecimal> taken = new TreeMap<>();
        taken.put("pods", BigDecimal.ONE);
        taken.put("count/pods", BigDecimal.ONE);
        for (ContainerFacts container : containers) {
            container.requests().forEach((resource, amount) -> {
                taken.merge("requests." + resource, amount.value(), BigDecimal::add);
                taken.merge(resource, amount.value(), BigDecimal::add);
            });
            container.limits().forEach((resource, amount) -> taken.merge("limits." + resource, amount.value(), BigDecimal::add));
        }
        return taken;
    }
}
