package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import com.maily.console.core.port.HealthChecks;
import com.maily.console.core.port.HealthReading;
import com.maily.console.core.port.HealthReading.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the health endpoints answer now. */
@Command(name = "health", mixinStandardHelpOptions = true, description =
        "Asks each health endpoint and shows what it answers; ends with 1 when one is down.")
final class HealthCommand extends Common {

    private static final String LINE = "%-12s %-10s %-9s %-5s %-8s %-11s %s";

    @Option(names = "--env", paramLabel = "ENVIRONMENT", defaultValue = "production", description =
            "Which environment (default: ${DEFAULT-VALUE}).")
    String environment = "";

    @Option(names = "--component", paramLabel = "NAME", description = "Only those of this component (default: all).")
    @Nullable String component;

    HealthCommand(Services services) {
        super(services);
    }

    /** @param certificate days until the server's certificate runs out; null without TLS */
    record Row(String component, String name, URI url, State state, @Nullable Integer code, @Nullable Long latencyMillis,
               @Nullable Instant checked, @Nullable Long certificateDays, String sentence) {

        static Row of(HealthReading reading, Instant now) {
            return new Row(reading.check().component(), reading.check().name(), reading.check().address(), reading.present(now),
                    reading.code().orElse(null), reading.latency().map(Duration::toMillis).orElse(null),
                    reading.checked().orElse(null), reading.certificate().map(end -> Duration.between(now, end).toDays())
                    .orElse(null),
                    reading.sentence());
        }

        String line() {
            return LINE.formatted(component, name, state.name().toLowerCase(Locale.ROOT), code == null ? "-" : code,
                    latencyMillis == null ? "-" : latencyMillis + " ms", certificateDays == null ? "-" : certificateDays
                    + " days",
                    sentence);
        }
    }

    @Override
    ExitCode run(Output output) {
        Known known = known().environment(environment);
        if (component != null) {
            known.components(environment, List.of(component));
        }
        try (Console console = services.openReadOnly(files())) {
            List<HealthReading> readings = checks(console).awaited();
            Instant now = console.time().instant();
            List<Row> rows = readings.stream().filter(this::asked).map(reading -> Row.of(reading, now)).toList();
            boolean up = rows.stream().allMatch(row -> row.state() == State.UP || row.state() == State.DEGRADED);
            output.say(LINE.formatted("COMPONENT", "ENDPOINT", "STATE", "CODE", "LATENCY", "CERTIFICATE", ""));
            rows.forEach(row -> output.say(row.line()));
            output.result(Map.of("ok", up, "environment", environment, "endpoints", rows));
            return up ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Those of {@code api} are asked for by {@code api@eu-west-1} too: an endpoint may stand for all regions. */
    private boolean asked(HealthReading reading) {
        String of = reading.check().component();
        return component == null || of.equals(component) || of.equals(Region.baseOf(component)) || Region.baseOf(of)
                .equals(component);
    }

    private HealthChecks checks(Console console) {
        return console.platforms(environment).health().orElseThrow(() -> new FailureException(new Failure.Missing(
                environment + " names no health endpoints", "its entry in the workspace file has no health.",
                "Add a list of endpoints there; docs/health.md shows how.")));
    }
}
