package com.maily.console.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What Datadog should watch over and how its service levels stand. */
@Command(name = "datadog", mixinStandardHelpOptions = true, description =
        "Shows and sets up what Datadog watches over: datadog plan, apply, levels.")
final class DatadogCommand implements Runnable {

    static final String SYSTEM = "Datadog";

    @Spec
    @Nullable CommandSpec spec;

    private DatadogCommand() { }

    static CommandLine line(Services services) {
        CommandLine line = new CommandLine(new DatadogCommand());
        line.addSubcommand(new DatadogSetUpCommand.Plan(services));
        line.addSubcommand(new DatadogSetUpCommand.Apply(services));
        line.addSubcommand(new DatadogLevelsCommand(services));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "Say what to do: plan, apply or levels");
    }
}
