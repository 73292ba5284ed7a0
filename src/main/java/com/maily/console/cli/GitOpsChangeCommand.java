package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.GitOpsDesk;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells Argo CD to stop or go on with what it does by itself, or to apply what Git says; each is journalled with its reason. */
abstract class GitOpsChangeCommand extends Common {

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Which environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--component", paramLabel = "NAME", required = true, description =
            "The component; what is done concerns its whole application.")
    String component = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; recorded in the journal.")
    String reason = "";

    @Mixin
    Confirmation confirmation = new Confirmation();

    GitOpsChangeCommand(Services services) {
        super(services);
    }

    abstract String change(GitOpsDesk desk);

    @Override
    ExitCode run(Output output) {
        Known known = known().environment(environment).components(environment, List.of(component));
        confirmation.require(known.workspace().environment(environment).orElseThrow());
        if (reason.isBlank()) {
            throw new UsageException("--reason is empty", "it is recorded in the journal.", "Say why.");
        }
        try (Console console = services.open(files())) {
            String done = change(new GitOpsDesk(console, environment));
            output.say(done);
            output.result(Map.of("ok", true, "done", done));
            return ExitCode.DONE;
        }
    }

    /** Stops it. */
    @Command(name = "pause", mixinStandardHelpOptions = true, description =
            "Pauses auto-sync of the component's application; what it was is recorded, and reminded of until it is restored.")
    static final class Pause extends GitOpsChangeCommand {
        Pause(Services services) {
            super(services);
        }

        @Override
        String change(GitOpsDesk desk) {
            return desk.pause(component, reason, actor());
        }
    }

    /** Lets it go on exactly as before. */
    @Command(name = "restore", mixinStandardHelpOptions = true, description =
            "Restores auto-sync as it was; refused while Git wants something else than what runs, unless that is accepted.")
    static final class Restore extends GitOpsChangeCommand {

        @Option(names = "--accept-git", description = "Also when Git wants something else than what runs; it is then applied.")
        boolean acceptGit;

        Restore(Services services) {
            super(services);
        }

        @Override
        String change(GitOpsDesk desk) {
            return desk.restore(component, acceptGit, reason, actor());
        }
    }

    /** Ends a drift. */
    @Command(name = "sync", mixinStandardHelpOptions = true,
            description = "Applies what Git says of the component's application, once.")
    static final class Sync extends GitOpsChangeCommand {
        Sync(Services services) {
            super(services);
        }

        @Override
        String change(GitOpsDesk desk) {
            return desk.sync(component, reason, actor());
        }
    }
}
