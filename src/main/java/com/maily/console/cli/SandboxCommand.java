package com.maily.console.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeps a sandbox running, so that this console, kubectl or anything else can be pointed at it. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, description =
        "Runs Maily in a box until interrupted, and prints how to reach it.")
final class SandboxCommand extends Common {

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = "canary-regression", description =
            "What will happen (default: ${DEFAULT-VALUE}).")
    String scenario = "";

    @Option(names = "--seed", paramLabel = "N", defaultValue = "77", description =
            "Same seed, same world (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "1", description =
            "How fast its clock runs against the wall's (default: ${DEFAULT-VALUE}).")
    double rate;

    @Option(names = "--folder", paramLabel = "DIR", description =
            "Where to write its kubeconfig and workspace file (default: a new temporary folder).")
    @Nullable Path folder;

    @Option(names = "--regions", paramLabel = "NAMES", split = ",", description =
            "Give production a cluster in each of these regions, such as us-east-1,eu-west-1 (default: one cluster).")
    List<String> regions = List.of();

    @Option(names = "--cut-off", paramLabel = "NAMES", split = ",", description = "Regions that can't be reached.")
    List<String> cutOff = List.of();

    SandboxCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) throws Exception {
        scenario(scenario);
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new UsageException("The clock cannot run " + rate + " times as fast as the wall's",
                    "the rate must lie above 0.",
                    "Give a number such as --rate 12.");
        }
        refuseWrongRegions();
        Path place = folder == null ? Files.createTempDirectory("maily-sandbox") : Files.createDirectories(folder);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (Services.RunningSandbox sandbox = services.sandbox(scenario, seed, rate, place, regions)) {
            cutOff.forEach(region -> sandbox.cutOff(region, true));
            Runtime.getRuntime().addShutdownHook(new Thread(interrupted::countDown));
            announce(sandbox, output);
            interrupted.await();
            return ExitCode.DONE;
        }
    }

    private void refuseWrongRegions() {
        Stream.concat(regions.stream().filter(name -> !name.matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?")
                || Collections.frequency(regions, name) > 1), cutOff.stream().filter(name -> !regions.contains(name)))
                .findFirst().ifPresent(name -> {
                    throw new UsageException("The sandbox can't have '" + name + "' as a region there",
                            "regions are named in lower case, each once, and only those that there are can be cut off.",
                            "Give names such as --regions us-east-1,eu-west-1 --cut-off eu-west-1.");
                });
    }

    private void announce(Services.RunningSandbox sandbox, Output output) {
        Map<String, String> prometheus = sandbox.production().connection("prometheus");
        Map<String, String> vercel = sandbox.production().connection("vercel");
        Map<String, String> datadog = sandbox.production().connection("datadog");
        output.say("Maily in a box: " + scenario + ", seed " + seed + ", clock " + rate + " x the wall's. Ends with Ctrl C.");
        output.say("  kubeconfig  " + sandbox.kubeconfig());
        output.say("  workspace   " + sandbox.workspace());
        output.say("  journal     " + sandbox.journal());
        output.say("  prometheus  " + prometheus.getOrDefault("url", "-"));
        output.say("  vercel      " + vercel.getOrDefault("url", "-"));
        output.say("  datadog     " + datadog.getOrDefault("url", "-"));
        if (!regions.isEmpty()) {
            output.say("  regions     " + String.join(", ", regions) + " (kubectl --context maily-sandbox-"
                    + regions.getFirst() + ")");
        }
        output.say("Try:  kubectl --kubeconfig " + sandbox.kubeconfig() + " -n maily get deployments");
        output.say("      mailyctl phased-deploy --workspace " + sandbox.workspace() + " --journal " + sandbox.journal()
                + " --version v2.1.0 --canary --yes");
        output.result(Map.of("scenario", scenario, "seed", seed, "rate", rate, "kubeconfig", sandbox.kubeconfig().toString(),
                "workspace", sandbox.workspace().toString(), "journal", sandbox.journal().toString(),
                "prometheus", prometheus.getOrDefault("url", ""), "vercel", vercel.getOrDefault("url", ""),
                "datadog", datadog.getOrDefault("url", "")));
    }
}
