package com.maily.console.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The logs where they are kept. */
@Command(name = "logs", mixinStandardHelpOptions = true,
        description = "Finds lines in the logs where they are kept: logs search.")
final class LogsCommand implements Runnable {

    @Spec
    @Nullable CommandSpec spec;

    private LogsCommand() { }

    static CommandLine line(Services services) {
        CommandLine line = new CommandLine(new LogsCommand());
        line.addSubcommand(new LogSearchCommand(services));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Say what to do: search");
    }
}
