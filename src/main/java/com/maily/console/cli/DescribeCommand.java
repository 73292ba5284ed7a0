package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.WorkloadFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How one component is set up where it runs: what scales it, bounds it, lets traffic to it and checks its health. */
@Command(name = "describe", mixinStandardHelpOptions = true,
        description = "Shows a component's autoscaler, quotas, network policies, volumes, limits and probes.")
final class DescribeCommand extends Common {

    @Option(names = "--env", required = true, paramLabel = "ENVIRONMENT", description = "Where it runs.")
    private String environment = "";

    @Option(names = "--component", required = true, paramLabel = "COMPONENT", description = "Which one.")
    private String component = "";

    DescribeCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) {
        known().environment(environment).components(environment, List.of(component));
        try (Console console = services.openReadOnly(files())) {
            Map<String, WorkloadFacts> told = new LinkedHashMap<>();
            console.workspace().in(environment).components().stream()
                    .filter(one -> one.name().equals(component) || one.base().equals(component))
                    .forEach(one -> told.put(one.name(), facts(console.platforms(environment), one)));
            told.forEach((name, facts) -> {
                output.say(name + " on " + environment);
                print(facts, output);
            });
            boolean whole = told.values().stream().allMatch(facts -> facts.unknown().isEmpty());
            output.result(Map.of("ok", whole, "environment", environment, "components", told));
            return whole ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private static WorkloadFacts facts(Platforms platforms, Component component) {
        return platforms.facts(component).map(facts -> facts.of(component))
                .orElseThrow(() -> new FailureException(new Failure.Missing(
                component.name() + " cannot be described", "its platform, " + component.platform()
                + ", has nothing of the kind to tell.",
                "Describe one that runs on Kubernetes.")));
    }

    private static void print(WorkloadFacts facts, Output output) {
        line(output, "units", facts.units() + ", " + facts.surge() + " more while a new version comes up");
        facts.autoscaler().ifPresent(scaler ->
                line(output, "autoscaler", "%s: %d to %d, now %d, wants %d; %s".formatted(scaler.name(),
                scaler.least(), scaler.most(), scaler.current(), scaler.desired(), scaler.metrics())));
        facts.quotas().forEach(quota -> line(output, "quota", "%s: %s %s of %s in use".formatted(quota.name(), quota.resource(),
                quota.used().text(), quota.hard().text())));
        line(output, "policies", facts.policies().isEmpty() ? "none selects it" : String.join(", ", facts.policies()));
        facts.claims().forEach(claim ->
                line(output, "volume", "%s: %s %s %s".formatted(claim.name(), claim.phase(), claim.capacity(),
                claim.storageClass())));
        facts.containers().forEach(container -> {
            line(output, "container", container.name() + ": requests " + amounts(container.requests()) + "; limits "
                    + amounts(container.limits()));
            container.probes().forEach((kind, how) -> line(output, "", kind + " probe: " + how));
        });
        facts.unknown().forEach(text -> line(output, "unknown", text));
    }

    private static String amounts(Map<String, WorkloadFacts.Amount> amounts) {
        return amounts.isEmpty() ? "none" : amounts.entrySet().stream()
                .map(amount -> amount.getKey() + " " + amount.getValue().text())
                .collect(Collectors.joining(", "));
    }

    private static void line(Output output, String title, String text) {
        output.say("  %-11s %s".formatted(title, text));
    }
}
