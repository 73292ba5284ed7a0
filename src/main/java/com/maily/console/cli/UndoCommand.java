package com.maily.console.cli;

import com.maily.console.core.engine.Commands;
import com.maily.console.core.engine.Console;
import com.maily.console.core.port.Revision;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes one component back to a revision of its platform's own history, whatever release that belongs to. */
@Command(name = "undo", mixinStandardHelpOptions = true, description =
        "Takes one component back to a revision of its platform's history, shows what changes, and proves it.")
final class UndoCommand extends Common {

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Target environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--component", paramLabel = "NAME", required = true, description = "The component.")
    String component = "";

    @Option(names = "--to-revision", paramLabel = "REVISION", defaultValue = "", description =
            "Number or identity, as mailyctl history lists it (default: the newest before the present one).")
    String revision = "";

    @Option(names = "--dry-run", description = "Show what would change and run the preflight; write nothing.")
    boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; recorded in the journal.")
    String reason = "";

    @Mixin
    Confirmation confirmation = new Confirmation();

    UndoCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) throws Exception {
        known().environment(environment).components(environment, List.of(component));
        Commands.UndoTo undo = new Commands.UndoTo(environment, component, revision, reason);
        try (Console console = dryRun ? services.openReadOnly(files()) : services.open(files())) {
            List<Revision> history = Revisions.of(console, environment, component);
            Commands.Preview preview = console.commands().previewUndo(undo);
            Revisions.print(preview, history, output);
            RunForward forward = new RunForward(console, output, actor(), true);
            return dryRun ? forward.dryRun(preview) : forward.follow(confirmation.before(console, environment, actor(),
                    commands -> commands.undo(undo, actor())));
        }
    }
}
