package com.maily.console.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The lock that keeps two consoles apart: who holds an environment, and how to take it from them. */
@Command(name = "lock", mixinStandardHelpOptions = true, description =
        "Shows who holds an environment, and takes it from them: lock status, lock take-over, lock break.")
final class LockCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    private LockCommand() { }

    static CommandLine line(Services services) {
        CommandLine line = new CommandLine(new LockCommand());
        line.addSubcommand(new LockStatusCommand(services));
        line.addSubcommand(new LockSeizeCommand.TakeOver(services));
        line.addSubcommand(new LockSeizeCommand.Break(services));
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what about the lock: status, take-over or break");
    }
}
