package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MonitorSetUp;
import com.maily.console.core.port.MonitorSetUp.State;
import com.maily.console.core.port.MonitorSetUp.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Holds the monitors that should exist for an environment's objectives against those that do. Nothing is made that was not shown
 * first.
 */
abstract class DatadogSetUpCommand extends Common {

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Which environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    DatadogSetUpCommand(Services services) {
        super(services);
    }

    /** @return what was done, each a sentence */
    abstract List<String> act(MonitorSetUp setUp, List<Wanted> missing, Output output);

    @Override
    ExitCode run(Output output) {
        known().environment(environment);
        try (Console console = services.openReadOnly(files())) {
            MonitorSetUp setUp = console.platforms(environment).monitorSetUps().stream()
                    .filter(one -> one.system().equals(DatadogCommand.SYSTEM)).findFirst()
                    .orElseThrow(() -> new FailureException(new Failure.Missing(environment + " has no connection to Datadog",
                            "its entry in the workspace file names none.", "Add connections.datadog there.")));
            List<Wanted> plan = setUp.plan(console.workspace().in(environment).objectives());
            plan.forEach(wanted -> show(wanted, output));
            List<Wanted> missing = plan.stream().filter(wanted -> wanted.state() == State.MISSING).toList();
            output.say(plan.stream().filter(wanted -> wanted.state() != State.NOT_WATCHED).count() + " monitors should exist in "
                    + environment + ", " + missing.size() + " of them are missing.");
            List<String> done = act(setUp, missing, output);
            output.result(Map.of("ok", true, "exit", ExitCode.DONE.number(), "plan", plan, "done", done));
            return ExitCode.DONE;
        }
    }

    private static void show(Wanted wanted, Output output) {
        String state = wanted.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        output.say("%-11s  %-32s  %s".formatted(state, wanted.objective(), wanted.link().map(Object::toString).orElse(""))
                .stripTrailing());
        if (wanted.state() == State.MISSING) {
            output.say("  + " + wanted.name());
            output.say("  + " + wanted.query());
        }
        wanted.differences().forEach(difference -> output.say("  ! " + difference));
    }

    /** Only looks. */
    @Command(name = "plan", mixinStandardHelpOptions = true, description =
            "Shows which monitors the objectives measured by Datadog should have, and which are missing or differ.")
    static final class Plan extends DatadogSetUpCommand {
        Plan(Services services) {
            super(services);
        }

        @Override
        List<String> act(MonitorSetUp setUp, List<Wanted> missing, Output output) {
            return List.of();
        }
    }

    /** Makes what is missing. */
    @Command(name = "apply", mixinStandardHelpOptions = true, description =
            "Shows the same, asks, and creates the missing monitors; what is there is left as it is.")
    static final class Apply extends DatadogSetUpCommand {

        @Option(names = "--yes", description = "Create them without asking.")
        boolean yes;

        @Mixin
        Confirmation confirmation = new Confirmation();

        Apply(Services services) {
            super(services);
        }

        @Override
        List<String> act(MonitorSetUp setUp, List<Wanted> missing, Output output) {
            if (missing.isEmpty()) {
                output.say("Nothing was sent.");
                return List.of();
            }
            confirmation.require(known().workspace().environment(environment).orElseThrow());
            if (!yes && !agreed(output)) {
                output.say("Nothing was sent. Say --yes to create them.");
                return List.of();
            }
            List<String> done = new ArrayList<>();
            for (Wanted wanted : missing) {
                done.add(setUp.create(wanted));
                output.say(done.getLast());
            }
            return done;
        }

        private static boolean agreed(Output output) {
            if (System.console() == null || !System.console().isTerminal()) {
                return false;
            }
            output.say("Create them? [y/N] ");
            String answer = Objects.requireNonNullElse(System.console().readLine(), "").strip().toLowerCase(Locale.ROOT);
            return answer.equals("y") || answer.equals("yes");
        }
    }
}
