package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.port.ServiceLevels;
import com.maily.console.core.port.ServiceLevels.Level;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Datadog's own service levels, with what is left of their error budgets. */
@Command(name = "levels", mixinStandardHelpOptions = true, description =
        "Lists Datadog's service levels (SLOs) of an environment: how they stand and what is left of their error budgets.")
final class DatadogLevelsCommand extends Common {

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Which environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    DatadogLevelsCommand(Services services) {
        super(services);
    }

    @Override
    ExitCode run(Output output) {
        known().environment(environment);
        try (Console console = services.openReadOnly(files())) {
            List<Level> levels = console.platforms(environment).serviceLevels().stream()
                    .filter(one -> one.system().equals(DatadogCommand.SYSTEM)).map(ServiceLevels::now).flatMap(List::stream)
                    .toList();
            levels.forEach(level -> output.say(line(level)));
            output.say(levels.size() + " service levels in " + environment + ".");
            output.result(Map.of("ok", true, "levels", levels));
            return ExitCode.DONE;
        }
    }

    private static String line(Level level) {
        String state = level.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String numbers = Double.isNaN(level.level()) ? "unknown" : "%.4f %% of %s %%, %s".formatted(level.level(), level.target(),
                Double.isNaN(level.budget()) ? "budget unknown" : "%.1f %% of the budget left".formatted(level.budget()));
        return "%-8s  %-5s  %s: %s %s".formatted(state, level.window(), level.name(), numbers, level.trouble()).stripTrailing();
    }
}
