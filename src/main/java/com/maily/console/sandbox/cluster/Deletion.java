package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How an object is to be deleted.
 *
 * @param policy  {@code Background}, {@code Foreground}, {@code Orphan}, or empty for the kind's default
 * @param grace   seconds a pod gets to end, below 0 for its own
 * @param uid     only the object with this uid; empty for any
 * @param version only this resourceVersion; empty for any
 */
public record Deletion(String policy, int grace, String uid, String version, boolean dryRun) {

    public static final Deletion PLAIN = new Deletion("", -1, "", "", false);
    static final Deletion BACKGROUND = new Deletion("Background", -1, "", "", false);

    /** From the DeleteOptions in a request's body. */
    static Deletion of(JsonNode options) {
        return new Deletion(Json.text(options, "propagationPolicy"), Json.at(options, "gracePeriodSeconds").asInt(-1),
                Json.text(options, "preconditions", "uid"), Json.text(options, "preconditions", "resourceVersion"),
                options.path("dryRun").size() > 0);
    }
}
