package com.maily.console.platforms.kubernetes;

/**
 * One verb on one resource, as RBAC counts.
 *
 * @param group       empty for the core group
 * @param subresource empty for the object itself
 */
record Right(String verb, String group, String resource, String subresource) {

    Right(String verb, String group, String resource) {
        this(verb, group, resource, "");
    }

    /** As people ask for it: {@code patch deployments/scale}. */
    @Override
    public String toString() {
        return verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource);
    }

    /** With the group, for whoever grants it: {@code patch on httproutes.gateway.networking.k8s.io}. */
    String granted() {
        return verb + " on " + resource + (group.isEmpty() ? "" : "." + group) + (subresource.isEmpty() ? "" : "/" + subresource);
    }
}
