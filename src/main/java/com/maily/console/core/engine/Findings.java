package com.maily.console.core.engine;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Track;
import com.maily.console.core.sla.ObjectiveQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gathers an inspection's findings from all who can tell; whether metrics arrive is asked of the metric sources themselves,
 * and how the components are of their health endpoints.
 */
final class Findings {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private Findings() { }

    static List<Finding> of(Inspection inspection, List<Component> components, Workspace workspace, String environment,
                            Platforms platforms, Instant now) {
        Stream<Finding> told = platforms.inspectors().stream().flatMap(inspector -> inspector.inspect(inspection, components)
                .stream());
        Stream<Finding> measured = inspection != Inspection.METRICS_ARRIVE ? Stream.of() : components.stream()
                .flatMap(component -> workspace.objectivesOf(component.name()).stream())
                .map(objective -> arrives(objective, environment, platforms, now));
        Stream<Finding> healthy = inspection != Inspection.METRICS_ARRIVE ? Stream.of() : health(platforms, now);
        return Stream.concat(told, Stream.concat(measured, healthy)).toList();
    }

    /** Of an endpoint that answers, if slowly, its sentence is the proof. */
    static Stream<Finding> health(Platforms platforms, Instant now) {
        return platforms.health().stream().flatMap(checks -> checks.readings().stream()).map(reading -> {
            String subject = reading.check().subject();
            return switch (reading.present(now)) {
                case UP -> new Finding(subject, Finding.Result.GOOD, "its endpoint is up");
                case DEGRADED -> new Finding(subject, Finding.Result.GOOD, "up, but: " + reading.sentence());
                case DOWN -> new Finding(subject, Finding.Result.BAD, reading.sentence());
                case UNKNOWN -> new Finding(subject, Finding.Result.UNKNOWN, reading.checked().map(at -> "last asked "
                        + Words.of(Duration.between(at, now)) + " ago").orElse("not asked yet"));
            };
        });
    }

    static Finding arrives(Objective objective, String environment, Platforms platforms, Instant now) {
        String subject = objective.component() + " " + objective.key();
        try {
            String query = ObjectiveQuery.value(objective, environment, Track.STABLE, WINDOW);
            MetricSource.Answer answer = platforms.metrics(objective.source()).instant(query, now);
            return answer.series().stream().flatMap(series -> series.samples().stream()).reduce((_, last) -> last)
                    .map(last -> judged(subject, last, now))
                    .orElse(new Finding(subject, Finding.Result.UNKNOWN, "no samples arrive"));
        } catch (FailureException problem) {
            return new Finding(subject, Finding.Result.UNKNOWN, problem.failure().what());
        }
    }

    private static Finding judged(String subject, Sample last, Instant now) {
        Duration age = Duration.between(last.at(), now);
        if (Double.isNaN(last.value())) {
            return new Finding(subject, Finding.Result.UNKNOWN, "the source answers NaN");
        }
        return age.compareTo(FRESH) <= 0 ? new Finding(subject, Finding.Result.GOOD, "samples arrive")
                : new Finding(subject, Finding.Result.BAD, "the newest sample is " + age.toSeconds() + " s old");
    }
}
