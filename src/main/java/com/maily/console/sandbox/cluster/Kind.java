package com.maily.console.sandbox.cluster;

import java.util.List;
import java.util.Set;

/**
 * One row of the table of kinds that drives store, discovery and wire face, so that a further kind is one more row.
 *
 * @param group        empty for the core group
 * @param counted      whether a change of its spec raises {@code metadata.generation}
 * @param subresources {@code status}, {@code scale}, {@code log}, {@code eviction}
 * @param custom       defined by a CRD: stricter updates, no strategic merge
 */
public record Kind(String group, String version, String plural, String singular, String name, boolean namespaced, boolean counted,
                   Set<String> subresources, List<String> shortNames, boolean custom) {

    public Kind {
        subresources = new java.util.TreeSet<>(subresources);
        shortNames = List.copyOf(shortNames);
    }

    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** {@code deployments.apps}, as error texts name it. */
    public String qualifiedPlural() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** {@code Deployment.apps}, as validation texts name it. */
    public String qualifiedName() {
        return group.isEmpty() ? name : name + "." + group;
    }

    public boolean hasStatus() {
        return subresources.contains("status");
    }

    public boolean hasScale() {
        return subresources.contains("scale");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kind kind && kind.plural.equals(plural) && kind.group.equals(group);
    }

    @Override
    public int hashCode() {
        return plural.hashCode();
    }

    @Override
    public String toString() {
        return qualifiedPlural();
    }
}
