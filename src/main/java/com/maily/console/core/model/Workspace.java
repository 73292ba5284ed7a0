package com.maily.console.core.model;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything the console is told about a system: its components, environments, objectives, jobs and releases. Read from the
 * workspace file; immutable afterwards.
 *
 * @param jobs      one-off jobs by name
 * @param timings   planned durations by step key (a job's name, {@code deploy}, {@code canary.bake}, {@code soak}, …)
 * @param releases  known release bundles, newest first
 * @param manifests objects the environments' platform is to hold, by what they are for
 * @param clock     how the environments' time runs against the wall's; {@link ClockSetting#WALL} for real ones
 */
public record Workspace(String name, List<Component> components, List<Environment> environments, List<Objective> objectives,
                        Map<String, JobTemplate> jobs, Map<String, Duration> timings, List<Release> releases,
                        Map<Manifest.Purpose, List<Manifest>> manifests, ClockSetting clock) {

    public Workspace {
        components = List.copyOf(components);
        environments = List.copyOf(environments);
        objectives = List.copyOf(objectives);
        jobs = Collections.unmodifiableMap(new LinkedHashMap<>(jobs));
        timings = Collections.unmodifiableMap(new TreeMap<>(timings));
        releases = List.copyOf(releases);
        manifests = Map.copyOf(manifests);
    }

    /** One without manifests. */
    public Workspace(String name, List<Component> components, List<Environment> environments, List<Objective> objectives,
                     Map<String, JobTemplate> jobs, Map<String, Duration> timings, List<Release> releases, ClockSetting clock) {
        this(name, components, environments, objectives, jobs, timings, releases, Map.of(), clock);
    }

    /** An image and a command to run once; {@code ${version}} in either is replaced by the release's version. */
    public record JobTemplate(String image, List<String> command) {
        public JobTemplate {
            command = List.copyOf(command);
        }
    }

    /**
     * The workspace as one environment has it: where it has several regions, each component and objective once per region it
     * lives in, and only the objectives that hold there. Plans, screens and commands speak of these.
     */
    public Workspace in(String environment) {
        return in(environment, List.of());
    }

    /** The same without some regions and what lives there. */
    public Workspace in(String environment, Collection<String> leftOut) {
        List<Objective> held = objectives.stream().filter(objective -> objective.holdsIn(environment)).toList();
        Workspace here = held.size() == objectives.size() ? this : with(components, held);
        return environment(environment).map(place -> RegionalView.of(here, place, leftOut)).orElse(here);
    }

    Workspace with(List<Component> others, List<Objective> theirs) {
        return new Workspace(name, others, environments, theirs, jobs, timings, releases, manifests, clock);
    }

    public Optional<Component> component(String component) {
        return components.stream().filter(c -> c.name().equals(component)).findFirst();
    }

    public Optional<Environment> environment(String environment) {
        return environments.stream().filter(e -> e.name().equals(environment)).findFirst();
    }

    public Optional<Release> release(String version) {
        return releases.stream().filter(r -> r.version().equals(version)).findFirst();
    }

    public List<Objective> objectivesOf(String component) {
        return objectives.stream().filter(o -> o.component().equals(component)).toList();
    }

    public List<Manifest> manifests(Manifest.Purpose purpose) {
        return manifests.getOrDefault(purpose, List.of());
    }

    public Duration timing(String key, Duration fallback) {
        return timings.getOrDefault(key, fallback);
    }
}
