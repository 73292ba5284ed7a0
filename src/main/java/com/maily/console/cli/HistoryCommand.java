package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.port.Revision;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a component could go back to, as its platform keeps it. */
@Command(name = "history", mixinStandardHelpOptions = true,
        description = "Lists the revisions a component can go back to, newest first.")
final class HistoryCommand extends Common {

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Target environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--component", paramLabel = "NAME", required = true, description = "The component.")
    String component = "";

    HistoryCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) {
        known().environment(environment).components(environment, List.of(component));
        try (Console console = services.openReadOnly(files())) {
            List<Revision> history = Revisions.of(console, environment, component);
            output.say("  %-5s %-12s %-20s %s".formatted("REV", "VERSION", "CREATED", "CHANGE-CAUSE"));
            history.forEach(revision -> output.say("%s %-5s %-12s %-20s %s".formatted(revision.current() ? "*" : " ",
                    revision.name(), revision.artifact().version(), revision.createdAt(), revision.cause())));
            output.result(Map.of("ok", true, "component", component, "revisions", history));
            return ExitCode.DONE;
        }
    }
}
