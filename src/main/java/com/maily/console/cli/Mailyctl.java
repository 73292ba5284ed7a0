package com.maily.console.cli;

import com.maily.console.core.model.Failure;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line itself: assembles the commands and turns unexpected trouble into a sentence. */
@Command(name = "mailyctl", mixinStandardHelpOptions = true, version = "mailyctl 0.1.0",
        description = "Deploys, watches and rolls back Maily across its platforms.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, and verified on the platforms", "1:carried out, but failed or not verified",
                "2:the command line or the workspace file makes no sense; nothing was done",
                "3:refused before anything was changed", "4:stopped where a person must decide; resumable",
                "5:a fault of this program"},
        subcommands = HelpCommand.class)
public final class Mailyctl {

    private Mailyctl() { }

    /** @return the exit code, see {@link ExitCode} */
    public static int run(Services services, PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(services).setOut(out).setErr(err).execute(arguments);
    }

    static CommandLine commandLine(Services services) {
        CommandLine line = new CommandLine(new Mailyctl());
        line.addSubcommand(new StatusCommand(services));
        line.addSubcommand(new HealthCommand(services));
        line.addSubcommand(LogsCommand.line(services));
        line.addSubcommand(new DescribeCommand(services));
        line.addSubcommand(new DeployCommand(services));
        line.addSubcommand(new PhasedDeployCommand(services));
        line.addSubcommand(new ResumeCommand(services));
        line.addSubcommand(new CanaryCommand(services));
        line.addSubcommand(new RollbackCommand(services));
        line.addSubcommand(new HistoryCommand(services));
        line.addSubcommand(new AnalyseCommand(services));
        line.addSubcommand(new UndoCommand(services));
        line.addSubcommand(new RewriteStepsCommand(services));
        line.addSubcommand(LockCommand.line(services));
        line.addSubcommand(GitOpsCommand.line(services));
        line.addSubcommand(DatadogCommand.line(services));
        line.addSubcommand(new JournalCommand(services));
        line.addSubcommand(new SandboxCommand(services));
        line.addSubcommand(new DrillCommand(services));
        line.setParameterExceptionHandler(Mailyctl::misread);
        line.setExecutionExceptionHandler((exception, command, parsed) -> output(command, parsed.originalArgs())
                .refuse(new Failure.Defect("This is a fault of the program", exception + ".",
                        "Nothing that was journalled is lost; please report it with the journal."), ExitCode.DEFECT).number());
        return line;
    }

    private static int misread(CommandLine.ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        String why = String.valueOf(exception.getMessage());
        return output(command, List.of(arguments)).refuse(new Failure.Rejected("The command line makes no sense",
                why.endsWith(".") ? why : why + ".", "See: " + command.getCommandSpec().qualifiedName() + " --help"),
                ExitCode.USAGE).number();
    }

    private static Output output(CommandLine command, List<String> arguments) {
        return new Output(command.getOut(), command.getErr(), wantsJson(arguments));
    }

    /** Also when the command line could not be read. */
    private static boolean wantsJson(List<String> arguments) {
        return arguments.contains("--json") || String.join("=", arguments).contains("--output=json");
    }
}
