package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Weight;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The phased deployment of seed document 003, with every one of its flags. */
@Command(name = "phased-deploy", mixinStandardHelpOptions = true,
        description = "Deploys a version phase by phase: staging, non-critical services, critical services.")
final class PhasedDeployCommand extends Common {

    @Option(names = "--version", required = true, paramLabel = "VERSION", description = "The release to deploy, such as v2.1.0.")
    String version = "";

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Target environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--dry-run", description = "Make the plan and run its preflight; write nothing.")
    boolean dryRun;

    @Option(names = "--skip-staging", description = "Start at phase 2; --reason is required.")
    boolean skipStaging;

    @Option(names = "--start-phase", paramLabel = "1-3", description = "First phase to run (default: 1).")
    @Nullable Integer startPhase;

    @Option(names = "--end-phase", paramLabel = "1-3", description = "Last phase to run (default: 3).")
    @Nullable Integer endPhase;

    @Option(names = "--canary", description = "Bring new versions up as canaries and move traffic rung by rung.")
    boolean canary;

    @Option(names = "--canary-weight", paramLabel = "PERCENT", description =
            "Walk the canary up to this weight and wait there for a person.")
    @Nullable Double canaryWeight;

    @Option(names = "--regions", paramLabel = "NAMES", split = ",", description =
            "Only these regions of the environment; the others are left out on purpose (default: all).")
    List<String> regions = List.of();

    @Option(names = "--yes", description = "Approve every gate.")
    boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; recorded in the journal.")
    String reason = "";

    PhasedDeployCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) throws Exception {
        Commands.Wanted wanted = wanted();
        known().environment(environment).release(version).regions(environment, regions);
        try (Console console = dryRun ? services.openReadOnly(files()) : services.open(files())) {
            RunForward forward = new RunForward(console, output, actor(), yes);
            return dryRun ? forward.dryRun(console.commands().previewDeployment(wanted))
                    : forward.follow(confirmation.before(console, environment, actor(), commands ->
                    commands.start(wanted, actor())));
        }
    }

    /** Refuses flags that contradict each other before anything is opened. */
    private Commands.Wanted wanted() {
        int start = startPhase == null ? (skipStaging ? 2 : 1) : startPhase;
        int end = endPhase == null ? 3 : endPhase;
        refuse(start < 1 || start > 3 || end < 1 || end > 3, "phases are numbered 1 to 3",
                "Choose --start-phase and --end-phase among 1, 2 and 3.");
        refuse(start > end, "--start-phase " + start + " comes after --end-phase " + end, "Swap them, or leave one out.");
        refuse(skipStaging && start == 1, "--skip-staging and --start-phase 1 contradict each other: phase 1 is staging",
                "Leave one of them out.");
        refuse(skipStaging && reason.isBlank(), "--skip-staging needs a reason", "Add --reason \"…\"; it is recorded.");
        refuse(canaryWeight != null && !canary, "--canary-weight means nothing without --canary",
                "Add --canary, or leave the weight out.");
        refuse(canaryWeight != null && end < 3, "--canary-weight is for the critical services, which are phase 3",
                "Leave --end-phase out, or the weight.");
        refuse(canaryWeight != null && (canaryWeight < 0 || canaryWeight > 100 || canaryWeight.isNaN()),
                "a canary weight lies between 0 and 100, not " + canaryWeight, "Give a percentage such as --canary-weight 25.");
        return new Commands.Wanted(environment, version, start, end, skipStaging, canary,
                Optional.ofNullable(canaryWeight).map(Weight::ofPercent), reason, regions);
    }

    private static void refuse(boolean contradiction, String why, String advice) {
        if (contradiction) {
            throw new UsageException("These flags don't go together", why + ".", advice);
        }
    }
}
