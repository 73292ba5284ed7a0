package com.maily.console.desktop.widget;

import com.maily.console.core.port.WorkloadFacts;
import com.maily.console.core.port.WorkloadFacts.Amount;
import com.maily.console.core.port.WorkloadFacts.Autoscaler;
import com.maily.console.core.port.WorkloadFacts.Claim;
import com.maily.console.core.port.WorkloadFacts.ContainerFacts;
import com.maily.console.core.port.WorkloadFacts.Quota;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of how a workload is set up.
 *
 * @param title of what it tells; empty when it goes on with the one above
 * @param state what to think of it: planned for what is neither good nor bad
 */
record FactLine(String title, State state, String text) {

    /** Of a quota so much may be used before it is worth a person's look. */
    private static final BigDecimal NEARLY_ALL = new BigDecimal("0.9");

    static List<FactLine> of(WorkloadFacts facts) {
        List<FactLine> lines = new ArrayList<>();
        facts.unknown().forEach(text -> add(lines, "Unknown", State.STALE, text));
        add(lines, "Units", State.PLANNED, facts.units() + (facts.surge() == 0 ? ", none more while a new version comes up"
                : ", " + facts.surge() + " more while a new version comes up"));
        facts.autoscaler().ifPresent(scaler -> add(lines, "Autoscaler", state(scaler), words(scaler)));
        facts.quotas().forEach(quota -> add(lines, "Quota", state(quota), "%s: %s %s of %s used".formatted(quota.name(),
                quota.resource(), quota.used().text(), quota.hard().text())));
        if (facts.unknown().stream().noneMatch(text -> text.startsWith("network policies"))) {
            add(lines, "Network", State.PLANNED, facts.policies().isEmpty() ? "no policy selects it: all traffic is let in"
                    : "policies " + String.join(", ", facts.policies()));
        }
        facts.claims().forEach(claim -> add(lines, "Volume", state(claim), "%s: %s, %s %s".formatted(claim.name(), claim.phase(),
                claim.capacity(), claim.storageClass()).strip()));
        facts.containers().forEach(container -> container(lines, container));
        return lines;
    }

    private static void container(List<FactLine> lines, ContainerFacts container) {
        add(lines, "Container " + container.name(), container.limits().isEmpty() ? State.MARGINAL : State.PLANNED,
                "asks for " + amounts(container.requests()) + ", at most " + amounts(container.limits()));
        container.probes().forEach((kind, how) -> lines.add(new FactLine("", State.PLANNED, kind + ": " + how)));
        if (!container.probes().containsKey("readiness")) {
            lines.add(new FactLine("", State.MARGINAL, "no readiness probe: it counts as ready once it runs"));
        }
    }

    private static void add(List<FactLine> lines, String title, State state, String text) {
        boolean same = lines.stream().map(FactLine::title).filter(one -> !one.isEmpty()).reduce((_, last) -> last)
                .filter(title::equals).isPresent();
        lines.add(new FactLine(same ? "" : title, state, text));
    }

    private static String words(Autoscaler scaler) {
        return "%s: %d to %d, now %d, wants %d; %s".formatted(scaler.name(), scaler.least(), scaler.most(), scaler.current(),
                scaler.desired(), scaler.metrics());
    }

    /** One that has no room left cannot help when the load grows. */
    private static State state(Autoscaler scaler) {
        return scaler.desired() >= scaler.most() ? State.MARGINAL : State.PLANNED;
    }

    private static State state(Quota quota) {
        return quota.used().value().compareTo(quota.hard().value().multiply(NEARLY_ALL)) >= 0 ? State.MARGINAL : State.PLANNED;
    }

    private static State state(Claim claim) {
        return switch (claim.phase()) {
            case "Bound" -> State.DONE;
            case "Lost" -> State.FAILED;
            default -> State.MARGINAL;
        };
    }

    private static String amounts(Map<String, Amount> amounts) {
        return amounts.isEmpty() ? "nothing said" : amounts.entrySet().stream()
                .map(amount -> amount.getKey() + " " + amount.getValue().text()).collect(Collectors.joining(", "));
    }
}
