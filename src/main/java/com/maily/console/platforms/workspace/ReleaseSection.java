package com.maily.console.platforms.workspace;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one release bundle. */
final class ReleaseSection {

    private static final List<String> KEYS = List.of("version", "artifacts", "schema", "min-schema", "config-hash");

    private final Map<String, Component> components;

    ReleaseSection(List<Component> components) {
        this.components = components.stream().collect(Collectors.toMap(Component::name, Function.identity(), (a, _) -> a));
    }

    Release read(Field field) {
        Section section = field.section(KEYS);
        String version = section.requiredText("version");
        Map<String, Artifact> artifacts = new TreeMap<>();
        section.required("artifacts").map(Field::fields).orElse(Map.of()).forEach((name, value) -> {
            if (!components.containsKey(name)) {
                value.wrongKey("belongs to no component" + Nearest.to(name, components.keySet())
                        .map(near -> "; did you mean " + near + "?").orElse(""));
            } else {
                artifact(value, version, components.get(name)).ifPresent(artifact -> artifacts.put(name, artifact));
            }
        });
        return new Release(version, artifacts, section.optionalText("schema", ""), section.optionalText("min-schema", ""),
                section.optionalText("config-hash", ""));
    }

    /** An image where the platform runs images, a commit where it builds from one. */
    private static Optional<Artifact> artifact(Field field, String release, Component component) {
        boolean builds = component.platform().equals(Connection.VERCEL.key());
        String key = builds ? "commit" : "image";
        Section section = field.section(List.of(key, "version"));
        String version = section.optionalText("version", release);
        return section.required(key).flatMap(f -> builds ? f.text() : image(f))
                .map(text -> builds ? new Artifact.Build(version, text) : new Artifact.Image(version, text));
    }

    static Optional<String> image(Field field) {
        Optional<String> image = field.text();
        image.flatMap(ImageReference::fault).ifPresent(field::wrong);
        return image;
    }
}
