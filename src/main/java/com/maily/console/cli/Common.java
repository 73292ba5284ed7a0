package com.maily.console.cli;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.FailureException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command shares: where its files are, how it prints, and how a failure becomes a sentence and an exit code. */
abstract class Common implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object on the standard output.")
    boolean json;

    @Option(names = "--workspace", paramLabel = "FILE",
            description = "The workspace file (default: $MAILY_WORKSPACE, then ./maily.yaml).")
    @Nullable Path workspace;

    @Option(names = "--journal", paramLabel = "FILE",
            description = "The journal (default: $MAILY_JOURNAL, then the user's data folder).")
    @Nullable Path journal;

    final Services services;

    Common(Services services) {
        this.services = services;
    }

    abstract ExitCode run(Output output) throws Exception;

    @Override
    public final Integer call() throws Exception {
        CommandLine command = spec.commandLine();
        Output output = new Output(command.getOut(), command.getErr(), json);
        try {
            return run(output).number();
        } catch (UsageException e) {
            return output.refuse(e.failure(), ExitCode.USAGE).number();
        } catch (FailureException e) {
            return output.refuse(e.failure(), ExitCode.of(e.failure())).number();
        }
    }

    /** The names there are, from the workspace file; nothing else is opened for it. */
    Known known() {
        try {
            return new Known(services.workspace(files()));
        } catch (FailureException e) {
            throw new UsageException(e.failure());
        }
    }

    void scenario(String name) {
        if (!services.scenarios().contains(name)) {
            throw new UsageException("There is no scenario '" + name + "'",
                    "the sandbox knows " + String.join(", ", services.scenarios()) + ".", "Choose one of them.");
        }
    }

    Services.Files files() {
        return new Services.Files(Optional.ofNullable(workspace), Optional.ofNullable(journal));
    }

    static Actor actor() {
        return new Actor(System.getProperty("user.name", "unknown"), "mailyctl");
    }
}
