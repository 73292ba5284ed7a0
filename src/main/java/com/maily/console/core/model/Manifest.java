package com.maily.console.core.model;

import java.util.Locale;

/**
 * An object a platform is to hold, as a plan carries it: only the fields that are ours to decide, never a secret.
 *
 * @param apiVersion {@code networking.k8s.io/v1}
 * @param name       unique among its kind in the environment
 * @param json       the whole object in JSON, {@code apiVersion}, {@code kind} and {@code metadata.name} included
 */
public record Manifest(String apiVersion, String kind, String name, String json) {

    /** As it is called on a command line: {@code networkpolicy/api}. */
    public String label() {
        return kind.toLowerCase(Locale.ROOT) + "/" + name;
    }

    /**
     * What it is for, which decides when it is applied.
     */
    public enum Purpose {
        /** Quotas, autoscalers and the like, before components of the first production phase come up. */
        LIMITS,
        /** Who may talk to whom, after the critical components are up. */
        POLICIES;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
