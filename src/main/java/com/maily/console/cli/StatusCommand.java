package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.engine.Reminder;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What runs where, read from the platforms now, beside what the journal says of the newest run. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows what runs where, read back from the platforms.")
final class StatusCommand extends Common {

    @Option(names = "--env", paramLabel = "ENVIRONMENT", description = "Only this environment (default: all).")
    @Nullable String environment;

    StatusCommand(Services services) {
        super(services);
    }

    /** One component as its platform reports it. @param trouble why it could not be read, empty when it could */
    record Row(String environment, String component, String version, int ready, int wanted, String rollout,
               @Nullable String canary, @Nullable String weight, String drift, String trouble) {

        Row with(String seenDrift) {
            return new Row(environment, component, version, ready, wanted, rollout, canary, weight, seenDrift, trouble);
        }
    }

    record RunRow(String id, String environment, String version, Deployment.Status status, List<String> current) { }

    @Override
    ExitCode run(Output output) {
        Known known = known();
        Optional.ofNullable(environment).ifPresent(known::environment);
        try (Console console = services.openReadOnly(files())) {
            List<Row> rows = new ArrayList<>();
            for (Environment each : environments(console)) {
                Platforms platforms = console.platforms(each.name());
                rows.addAll(rows(each.name(), console.workspace().in(each.name()).components(), platforms));
            }
            List<RunRow> runs = environments(console).stream().flatMap(e -> newest(console.journal().history(), e.name())
                    .stream()).toList();
            List<Reminder> reminders = environments(console).stream()
                    .flatMap(e -> Reminder.of(console.journal().history(), e.name(),
                    console.time().instant()).stream()).toList();
            print(rows, runs, output);
            reminders.forEach(reminder -> output.say(reminder.text()));
            boolean allRead = rows.stream().allMatch(row -> row.trouble().isEmpty());
            output.result(Map.of("ok", allRead, "components", rows, "runs", runs, "paused", reminders));
            return allRead ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private List<Environment> environments(Console console) {
        if (environment == null) {
            return console.workspace().environments();
        }
        return console.workspace().environment(environment).stream().toList();
    }

    /** All at the same time, so that a region that does not answer makes nobody wait for the others. */
    private static List<Row> rows(String environment, List<Component> components, Platforms platforms) {
        List<Future<Row>> looking;
        Future<Map<String, String>> drifting;
        try (ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor()) {
            drifting = looks.submit(() -> drift(components, platforms));
            looking = components.stream().map(component -> looks.submit(() -> row(environment, component, platforms))).toList();
        }
        // Closing has waited for all.
        return looking.stream().map(Future::resultNow)
                .map(row -> row.with(drifting.resultNow().getOrDefault(row.component(), "")))
                .toList();
    }

    /** How each differs from Git; that Git's keeper does not answer is said for each, and fails nothing. */
    private static Map<String, String> drift(List<Component> components, Platforms platforms) {
        try {
            return platforms.gitOps().map(gitOps -> gitOps.observe(components).values().stream()
                    .collect(Collectors.toMap(GitOpsState::component, state -> state.drift().isEmpty() ? state.words()
                            : state.words() + ": " + String.join("; ", state.drift())))).orElse(Map.of());
        } catch (FailureException e) {
            return components.stream().filter(component -> component.platform().startsWith("kubernetes"))
                    .collect(Collectors.toMap(Component::name, _ -> "unknown: " + e.failure().what()));
        }
    }

    private static Row row(String environment, Component component, Platforms platforms) {
        try {
            Workload stable = platforms.deployer(component).observe(component, Track.STABLE);
            Optional<Traffic> traffic = component.hasCanary()
                    ? Optional.of(platforms.router(component).observe(component)) : Optional.empty();
            Optional<Workload> canary = component.hasCanary()
                    ? Optional.of(platforms.deployer(component).observe(component, Track.CANARY)) : Optional.empty();
            return new Row(environment, component.name(), stable.artifact().map(a -> a.version()).orElse("unknown"),
                    stable.ready(),
                    stable.wanted(), message(stable.rollout()),
                    canary.filter(w -> w.wanted() > 0).flatMap(Workload::artifact).map(a -> a.version()).orElse(null),
                    traffic.map(t -> t.observed().toString()).orElse(null), "", "");
        } catch (FailureException e) {
            return new Row(environment, component.name(), "unknown", 0, 0, "", null, null, "", e.failure().sentence());
        }
    }

    private static String message(Workload.Rollout rollout) {
        return switch (rollout) {
            case Workload.Rollout.Done done -> done.message();
            case Workload.Rollout.Waiting waiting -> waiting.message();
            case Workload.Rollout.Broken broken -> broken.message();
        };
    }

    private static List<RunRow> newest(History history, String environment) {
        return history.newest(environment).map(run -> new RunRow(run.id(), environment, run.plan().version(), run.status(),
                run.steps().values().stream().filter(step -> step.status().active()).map(StatusCommand::brief).toList()))
                        .stream().toList();
    }

    private static String brief(StepState step) {
        return step.step().id() + " " + step.step().title() + (step.note().isEmpty() ? "" : ": " + step.note());
    }

    private static void print(List<Row> rows, List<RunRow> runs, Output output) {
        String line = "%-12s %-" + rows.stream().mapToInt(row -> row.component().length()).reduce(12, Math::max)
                + "s %-10s %-7s %-10s %-8s %s";
        boolean git = rows.stream().anyMatch(row -> !row.drift().isEmpty());
        output.say(line.formatted("ENVIRONMENT", "COMPONENT", "VERSION", "READY", "CANARY",
                "WEIGHT", git ? "GIT" : ""));
        for (Row row : rows) {
            output.say(line.formatted(row.environment(), row.component(), row.version(),
                    row.ready() + "/" + row.wanted(), row.canary() == null ? "-" : row.canary(), row.weight() == null ? "-"
                            : row.weight(), row.trouble().isEmpty() ? row.drift() : row.trouble()));
        }
        runs.forEach(run -> output.say("%s on %s: %s %s %s".formatted(run.id(), run.environment(), run.version(),
                run.status().name().toLowerCase(Locale.ROOT), String.join("; ", run.current()))));
    }
}
