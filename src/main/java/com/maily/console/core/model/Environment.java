package com.maily.console.core.model;

import java.util.Map;
import java.util.Optional;

/**
 * A place a release runs in, with the connections it is reached through.
 *
 * @param connections by platform key ({@code kubernetes}, {@code prometheus}, {@code vercel}, {@code webhook}); each a flat
 *                    map of settings. Secrets never stand here, only where to find them ({@code env:NAME}, {@code file:PATH}).
 * @param largestStep the most percent points a canary may be raised by at once, empty for no such limit; lowering has none
 */
public record Environment(String name, boolean production, Map<String, Map<String, String>> connections,
                          Optional<Weight> largestStep) {

    public Environment(String name, boolean production, Map<String, Map<String, String>> connections) {
        this(name, production, connections, Optional.empty());
    }

    public Environment {
        connections = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(connections));
    }

    /** The settings of one platform; empty when this environment has no such connection. */
    public Map<String, String> connection(String platform) {
        return connections.getOrDefault(platform, Map.of());
    }
}
