package com.maily.console.core.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * An ordered list of what will be done, forward or back: data that can be shown, rehearsed, journalled and resumed.
 *
 * @param replaces the version that runs now, empty when unknown
 * @param leftOut  regions that are not part of it on purpose
 */
public record Plan(Intent intent, String environment, String version, String replaces, List<Phase> phases,
                   @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut) {

    /** Which way the world is moved. */
    public enum Intent { FORWARD, BACK }

    public Plan {
        phases = List.copyOf(phases);
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut); // absent where nothing was left out
    }

    public Plan(Intent intent, String environment, String version, String replaces, List<Phase> phases) {
        this(intent, environment, version, replaces, phases, List.of());
    }

    /** Whether it takes one component to a revision somebody chose, and no bundle anywhere. */
    public boolean undoesRevision() {
        return steps().stream().anyMatch(step -> step instanceof Step.Restore restore && !restore.revision().isEmpty());
    }

    @JsonIgnore
    public List<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream()).toList();
    }

    /** The regions of one environment that are left out; the plan may have steps in others. */
    public List<String> leftOut(String where) {
        return where.equals(environment) ? leftOut : List.of();
    }

    public Optional<Step> step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }
}
