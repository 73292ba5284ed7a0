package com.maily.console.platforms.workspace;

import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.model.Workspace.JobTemplate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the whole file, part by part. */
final class WorkspaceSection {

    private static final List<String> KEYS = List.of("name", "components", "environments", "objectives", "jobs", "timings",
            "releases", "manifests", "clock");
    /** Beside the names of jobs. */
    private static final List<String> TIMINGS = List.of("inspect", "deploy", "canary.bake", "soak", "verification", "approve",
            "restore", "notify");

    private final Section section;
    private final Variables variables;

    WorkspaceSection(Field root, Variables variables) {
        this.section = root.section(KEYS);
        this.variables = variables;
    }

    Workspace read() {
        List<Component> components = components();
        Map<String, JobTemplate> jobs = jobs();
        ClockSetting clock = section.optional("clock").map(f -> EnvironmentSection.clock(f, variables)).orElse(ClockSetting.WALL);
        List<Environment> environments = environments();
        healthOfKnown(environments, components);
        RegionSection.known(section.optionalItems("components"), components, environments);
        RecoverySection.known(section.optionalItems("environments"), environments, components.stream().map(Component::name)
                .toList());
        return new Workspace(section.requiredText("name"), components, environments, objectives(components, environments), jobs,
                timings(jobs), releases(components), section.optional("manifests").map(ManifestSection::read).orElse(Map.of()),
                clock);
    }

    private List<Component> components() {
        List<Field> fields = filledList("components");
        List<Component> components = fields.stream().map(ComponentSection::read).toList();
        References.unique(fields, components.stream().map(Component::name).toList(), "name");
        References.needs(fields, components);
        return components;
    }

    private List<Field> filledList(String key) {
        List<Field> fields = section.required(key).map(Field::items).orElse(List.of());
        section.optional(key).filter(_ -> fields.isEmpty())
                .ifPresent(field -> field.wrong("has nothing in it; expected at least one"));
        return fields;
    }

    private List<Environment> environments() {
        List<Field> fields = filledList("environments");
        List<Environment> environments = fields.stream().map(f -> EnvironmentSection.read(f, variables)).toList();
        References.unique(fields, environments.stream().map(Environment::name).toList(), "name");
        return environments;
    }

    /** A health endpoint may be of a component as one region has it. */
    private void healthOfKnown(List<Environment> environments, List<Component> components) {
        List<Field> fields = section.optionalItems("environments");
        for (int i = 0; i < environments.size(); i++) {
            Environment place = environments.get(i);
            List<String> names = components.stream().map(Component::name).flatMap(name -> Stream.concat(Stream.of(name),
                    place.regions().stream().map(region -> region.of(name)))).toList();
            Optional.ofNullable(fields.get(i).fields().get("health")).stream().flatMap(list -> list.items().stream())
                    .flatMap(each -> Optional.ofNullable(each.fields().get("component")).stream())
                    .forEach(field -> field.text().ifPresent(name -> References.known(field, name, names, "component")));
        }
    }

    private List<Objective> objectives(List<Component> components, List<Environment> environments) {
        List<String> names = components.stream().map(Component::name).toList();
        List<String> places = environments.stream().map(Environment::name).toList();
        List<Field> fields = section.optionalItems("objectives");
        List<List<Objective>> read = fields.stream().map(ObjectiveSection::read).toList();
        for (int i = 0; i < fields.size(); i++) {
            Map<String, Field> own = fields.get(i).fields();
            read.get(i).forEach(objective -> References.known(own.getOrDefault("component", section.field()),
                    objective.component(), names,
                    "component"));
            read.get(i).stream().limit(1).flatMap(objective -> objective.environments().stream())
                    .forEach(name -> References.known(own.getOrDefault("environments", section.field()), name, places,
                            "environment"));
        }
        References.uniqueIn(fields, read, places);
        return read.stream().flatMap(List::stream).toList();
    }

    private Map<String, JobTemplate> jobs() {
        Map<String, JobTemplate> jobs = new LinkedHashMap<>();
        section.optional("jobs").map(Field::fields).orElse(Map.of()).forEach((name, field) -> {
            Section job = field.section(List.of("image", "command"));
            List<String> filled = List.of("version");
            String image = job.required("image").flatMap(f -> ReleaseSection.image(f)
                    .flatMap(_ -> ObjectiveSection.query(f, filled))).orElse("");
            List<Field> words = job.required("command").map(Field::items).orElse(List.of());
            jobs.put(name, new JobTemplate(image, words.stream().flatMap(f -> ObjectiveSection.query(f, filled).stream())
                    .toList()));
        });
        return jobs;
    }

    private Map<String, Duration> timings(Map<String, JobTemplate> jobs) {
        Map<String, Duration> timings = new TreeMap<>();
        List<String> known = Stream.concat(TIMINGS.stream(), jobs.keySet().stream()).toList();
        section.optional("timings").ifPresent(field -> {
            Section given = field.section(known);
            known.forEach(key -> given.optional(key).flatMap(Field::duration).ifPresent(value -> timings.put(key, value)));
        });
        return timings;
    }

    private List<Release> releases(List<Component> components) {
        ReleaseSection reader = new ReleaseSection(components);
        List<Field> fields = section.optionalItems("releases");
        List<Release> releases = fields.stream().map(reader::read).toList();
        References.unique(fields, releases.stream().map(Release::version).toList(), "version");
        return releases;
    }
}
