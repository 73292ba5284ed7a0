package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
               @Nullable String canary, @Nullable String weight, String trouble) { }

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
            print(rows, runs, output);
            boolean allRead = rows.stream().allMatch(row -> row.trouble().isEmpty());
            output.result(Map.of("ok", allRead, "components", rows, "runs", runs));
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
        try (ExecutorService looks = Executors.newVirtualThreadPerTaskExecutor()) {
            looking = components.stream().map(component -> looks.submit(() -> row(environment, component, platforms))).toList();
        }
        return looking.stream().map(Future::resultNow).toList(); // closing has waited for all
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
                    traffic.map(t -> t.observed().toString()).orElse(null), "");
        } catch (FailureException e) {
            return new Row(environment, component.name(), "unknown", 0, 0, "", null, null, e.failure().sentence());
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
        output.say(line.formatted("ENVIRONMENT", "COMPONENT", "VERSION", "READY", "CANARY",
                "WEIGHT", ""));
        for (Row row : rows) {
            output.say(line.formatted(row.environment(), row.component(), row.version(),
                    row.ready() + "/" + row.wanted(), row.canary() == null ? "-" : row.canary(), row.weight() == null ? "-"
                            : row.weight(), row.trouble()));
        }
        runs.forEach(run -> output.say("%s on %s: %s %s %s".formatted(run.id(), run.environment(), run.version(),
                run.status().name().toLowerCase(java.util.Locale.ROOT), String.join("; ", run.current()))));
    }
}
