package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A regular deployment: all three phases, each component replaced by a plain rollout. */
@Command(name = "deploy", mixinStandardHelpOptions = true, description =
        "Deploys a version through all phases, without a canary.")
final class DeployCommand extends Common {

    @Option(names = "--version", required = true, paramLabel = "VERSION", description = "The release to deploy, such as v2.1.0.")
    String version = "";

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Target environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--dry-run", description = "Make the plan and run its preflight; write nothing.")
    boolean dryRun;

    @Option(names = "--regions", paramLabel = "NAMES", split = ",", description =
            "Only these regions of the environment; the others are left out on purpose (default: all).")
    List<String> regions = List.of();

    @Option(names = "--yes", description = "Approve every gate.")
    boolean yes;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why; recorded in the journal.")
    String reason = "";

    DeployCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) throws Exception {
        known().environment(environment).release(version).regions(environment, regions);
        Commands.Wanted wanted = new Commands.Wanted(environment, version, 1, 3, false, false, Optional.empty(), reason, regions);
        try (Console console = dryRun ? services.openReadOnly(files()) : services.open(files())) {
            RunForward forward = new RunForward(console, output, actor(), yes);
            return dryRun ? forward.dryRun(console.commands().previewDeployment(wanted))
                    : forward.follow(confirmation.before(console, environment, actor(), commands ->
                    commands.start(wanted, actor())));
        }
    }
}
