package com.maily.console.core.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * An ordered list of what will be done, forward or back: data that can be shown, rehearsed, journalled and resumed.
 *
 * @param replaces the version that runs now, empty when unknown
 */
public record Plan(Intent intent, String environment, String version, String replaces, List<Phase> phases) {

    /** Which way the world is moved. */
    public enum Intent { FORWARD, BACK }

    public Plan {
        phases = List.copyOf(phases);
    }

    @JsonIgnore
    public List<Step> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream()).toList();
    }

    public Optional<Step> step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst();
    }
}
