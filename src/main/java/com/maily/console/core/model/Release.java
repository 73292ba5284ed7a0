package com.maily.console.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An immutable bundle: everything that makes up one version of the system. Deploying and rolling back are both
 * "make the world be this bundle".
 *
 * @param artifacts  by component name, the same in every region
 * @param schema     the database schema revision this release brings, empty when it brings none
 * @param minSchema  the oldest schema revision it can run with, empty when any
 * @param configHash hash of the configuration it was released with
 */
public record Release(String version, Map<String, Artifact> artifacts, String schema, String minSchema, String configHash) {

    public Release {
        artifacts = Collections.unmodifiableMap(new TreeMap<>(artifacts));
    }

    public Optional<Artifact> artifact(String component) {
        return Optional.ofNullable(artifacts.get(Region.baseOf(component)));
    }
}
