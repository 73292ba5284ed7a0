package com.maily.console.core.engine;

import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Inspection;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Finding;
import com.maily.console.core.port.Inspector;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What both directions look at before anything is changed: that the platforms answer us, how fresh they are, that metrics
 * arrive.
 */
record Preflight(Workspace workspace, String environment, Platforms platforms, Instant now, Executor looks) {

    PreflightCheck check(String subject, String title, Result result, String detail) {
        return new PreflightCheck(subject, title, result, detail, now);
    }

    /** All are asked at the same time, so that one that does not answer makes nobody wait for the others. */
    List<PreflightCheck> connections() {
        List<CompletableFuture<List<PreflightCheck>>> looking = platforms.inspectors().stream()
                .map(inspector -> CompletableFuture.supplyAsync(() -> connections(inspector), looks)).toList();
        List<PreflightCheck> checks = looking.stream().flatMap(look -> look.join().stream()).toList();
        return checks.isEmpty() ? List.of(check("connections", "Credentials", Result.UNKNOWN,
                "No platform tells whether it answers us."))
                : checks;
    }

    private List<PreflightCheck> connections(Inspector inspector) {
        try {
            return inspector.inspect(Inspection.CONNECTIONS, workspace.components()).stream()
                    .map(finding -> check(finding.subject(), "Credentials", result(finding), finding.detail())).toList();
        } catch (FailureException problem) {
            return List.of(check("connections", "Credentials", Result.FAIL, problem.failure().sentence()));
        }
    }

    /** Whether a check is about one of several regions, which the others don't need. */
    boolean ofOneRegion(PreflightCheck check) {
        return workspace.environment(environment).stream().flatMap(place -> place.regions().stream())
                .anyMatch(region -> (" " + Region.spoken(check.subject())).endsWith(" " + region.name()));
    }

    private static Result result(Finding finding) {
        return switch (finding.result()) {
            case GOOD -> Result.PASS;
            case BAD -> Result.FAIL;
            case UNKNOWN -> Result.UNKNOWN;
        };
    }

    List<PreflightCheck> freshness() {
        return platforms.sources().stream().map(this::fresh).toList();
    }

    private PreflightCheck fresh(SourceState source) {
        Result result = switch (source.freshness(now)) {
            case LIVE -> Result.PASS;
            case AGEING, STALE, LOST -> Result.WARN;
            case NEVER -> Result.UNKNOWN;
        };
        String age = source.lastGood().map(at -> "last answered " + Words.of(Duration.between(at, now)) + " ago")
                .orElse("has not answered yet");
        return check(source.name(), "Source freshness", result, age + (source.trouble().isEmpty() ? "." : ": "
                + source.trouble()));
    }

    /** Never an obstacle: what is down may be what the plan is to mend. Empty where the environment names no health endpoints. */
    List<PreflightCheck> health() {
        List<Finding> found = Findings.health(platforms, now).toList();
        List<String> wrong = found.stream().filter(finding -> finding.result() != Finding.Result.GOOD)
                .map(finding -> finding.subject() + ": " + finding.detail()).toList();
        if (found.isEmpty()) {
            return List.of();
        }
        return List.of(wrong.isEmpty() ? check("health", "Health endpoints", Result.PASS, "All " + found.size() + " answer as they should.")
                : check("health", "Health endpoints", Result.WARN, wrong.size() + " of " + found.size() + " not known to be up: "
                        + String.join("; ", wrong)));
    }

    /** One check per component that has objectives. */
    List<PreflightCheck> metrics(List<Component> components) {
        return components.stream().filter(component -> !workspace.objectivesOf(component.name()).isEmpty())
                .map(this::metrics).toList();
    }

    private PreflightCheck metrics(Component component) {
        List<Objective> objectives = workspace.objectivesOf(component.name());
        List<String> silent = objectives.stream()
                .map(objective -> Findings.arrives(objective, environment, platforms, now))
                .filter(finding -> finding.result() != Finding.Result.GOOD).map(finding -> finding.subject() + ": "
                        + finding.detail())
                .toList();
        return silent.isEmpty() ? check(component.name(), "Metrics arrive", Result.PASS, "All " + objectives.size()
                + " of its objectives have samples." + source(component, objectives))
                : check(component.name(), "Metrics arrive", Result.WARN, String.join("; ", silent)
                        + ". A canary cannot be judged without." + source(component, objectives));
    }

    /** Of several regions, whether its own source tells or the one they share. */
    private static String source(Component component, List<Objective> objectives) {
        boolean own = objectives.stream().allMatch(objective -> !Region.regionOf(objective.source()).isEmpty());
        return component.region().isEmpty() ? "" : own ? " Its region's own source tells."
                : " The source all regions share tells.";
    }
}
