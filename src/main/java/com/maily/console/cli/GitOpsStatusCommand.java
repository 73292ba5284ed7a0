package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.GitOpsDesk;
import com.maily.console.core.engine.Reminder;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.port.GitOpsState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What Argo CD says of each component, and what is paused. */
@Command(name = "status", mixinStandardHelpOptions = true, description =
        "Shows what Git wants of each component, how that differs from what runs, and what is paused.")
final class GitOpsStatusCommand extends Common {

    private static final String LINE = "%-12s %-24s %-10s %-18s %-22s %s";

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Which environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    GitOpsStatusCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) {
        known().environment(environment);
        try (Console console = services.openReadOnly(files())) {
            List<GitOpsState> states = new ArrayList<>(new GitOpsDesk(console, environment).states().values());
            List<Reminder> reminders = Reminder.of(console.journal().history(), environment, console.time().instant());
            output.say(LINE.formatted("COMPONENT", "APPLICATION", "GIT WANTS", "STATE", "BY ITSELF", "DIFFERENCE"));
            states.forEach(state -> output.say(LINE.formatted(state.component(), state.application(), wanted(state),
                    state.words(),
                    state.autoSync().words(), String.join("; ", state.drift()))));
            reminders.forEach(reminder -> output.say(reminder.text()));
            output.result(Map.of("ok", true, "components", states, "paused", reminders));
            return ExitCode.DONE;
        }
    }

    private static String wanted(GitOpsState state) {
        return state.wanted().artifact().map(Artifact::version).orElse("unknown");
    }
}
