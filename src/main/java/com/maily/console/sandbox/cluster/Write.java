package com.maily.console.sandbox.cluster;

/**
 * The circumstances of a write.
 *
 * @param manager     the field manager, empty when the client named none
 * @param dryRun      answered as if done, but nothing is stored
 * @param force       an apply that takes over fields other managers own
 * @param subresource {@code status}, {@code scale} or empty for the object itself
 */
public record Write(String manager, boolean dryRun, boolean force, String subresource) {

    /** By the cluster's own controllers: their fields are not recorded. */
    static final Write CONTROLLER = new Write("", false, false, "");

    public static Write by(String manager) {
        return new Write(manager, false, false, "");
    }

    public Write to(String part) {
        return new Write(manager, dryRun, force, part);
    }

    boolean recorded() {
        return this != CONTROLLER;
    }

    String recordedManager() {
        return manager.isEmpty() ? "unknown" : manager;
    }
}
