package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Goes back: one component, several, or everything, to the previous bundle or a named one. */
@Command(name = "rollback", mixinStandardHelpOptions = true, description =
        "Rolls components back to an earlier release and proves it.")
final class RollbackCommand extends Common {

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Target environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--components", paramLabel = "NAMES", split = ",", defaultValue = "all",
            description = "Comma-separated component names (api, or api@eu-west-1 for one region), or all (default: ${DEFAULT-VALUE}).")
    List<String> components = List.of();

    @Option(names = "--to-version", paramLabel = "VERSION", description =
            "The release to go back to (default: the previous one).")
    @Nullable String toVersion;

    @Option(names = "--dry-run", description = "Make the plan and run its preflight; write nothing.")
    boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "rolled back on the command line", description =
            "Why; recorded in the journal.")
    String reason = "";

    RollbackCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) throws Exception {
        List<String> chosen = components.equals(List.of("all")) ? List.of() : components;
        Known known = known().environment(environment).components(environment, chosen);
        Optional.ofNullable(toVersion).ifPresent(known::release);
        Commands.Undo undo = new Commands.Undo(environment, chosen, Optional.ofNullable(toVersion), reason);
        try (Console console = dryRun ? services.openReadOnly(files()) : services.open(files())) {
            RunForward forward = new RunForward(console, output, actor(), true);
            return dryRun ? forward.dryRun(console.commands().previewRollback(undo))
                    : forward.follow(confirmation.before(console, environment, actor(), commands ->
                    commands.rollBack(undo, actor())));
        }
    }
}
