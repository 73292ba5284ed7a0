package com.maily.console.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What Git wants and whether that is applied by itself: the applications of Argo CD that own the components. */
@Command(name = "gitops", mixinStandardHelpOptions = true, description =
        "Shows and changes what Argo CD does by itself: gitops status, pause, restore, sync.")
final class GitOpsCommand implements Runnable {

    @Spec
    @Nullable CommandSpec spec;

    private GitOpsCommand() { }

    static CommandLine line(Services services) {
        CommandLine line = new CommandLine(new GitOpsCommand());
        line.addSubcommand(new GitOpsStatusCommand(services));
        line.addSubcommand(new GitOpsChangeCommand.Pause(services));
        line.addSubcommand(new GitOpsChangeCommand.Restore(services));
        line.addSubcommand(new GitOpsChangeCommand.Sync(services));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(),
                "Say what to do: status, pause, restore or sync");
    }
}
