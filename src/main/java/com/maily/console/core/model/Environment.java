package com.maily.console.core.model;

import java.util.Map;

/**
 * A place a release runs in, with the connections it is reached through.
 *
 * @param guard       what keeps people from changing it by mistake
 * @param connections by platform key ({@code kubernetes}, {@code prometheus}, {@code vercel}, {@code webhook}); each a flat
 *                    map of settings. Secrets never stand here, only where to find them ({@code env:NAME}, {@code file:PATH}).
 */
public record Environment(String name, boolean production, Map<String, Map<String, String>> connections, Guard guard) {

    public Environment {
        connections = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(connections));
    }

    /** One that is guarded by nothing. */
    public Environment(String name, boolean production, Map<String, Map<String, String>> connections) {
        this(name, production, connections, Guard.NONE);
    }

    public boolean readOnly() {
        return guard.readOnly();
    }

    /** Whether its name must be typed before anything is sent there. */
    public boolean protect() {
        return guard.protect();
    }

    /** The settings of one platform; empty when this environment has no such connection. */
    public Map<String, String> connection(String platform) {
        return connections.getOrDefault(platform, Map.of());
    }
}
