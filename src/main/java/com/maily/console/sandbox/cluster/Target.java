package com.maily.console.sandbox.cluster;

import java.util.List;
import java.util.Optional;

/**
 * What a resource path points at.
 *
 * @param namespace empty for cluster-scoped kinds and for all namespaces
 * @param name      empty for the collection
 */
record Target(Kind kind, String namespace, String name, String subresource) {

    /**
     * Reads {@code /api/v1/…} and {@code /apis/group/version/…}; empty for any other path.
     *
     * @throws ApiError 404 for an unknown resource of a known group
     */
    static Optional<Target> of(List<String> segments) {
        boolean core = segments.size() > 2 && segments.get(0).equals("api");
        boolean grouped = segments.size() > 3 && segments.get(0).equals("apis");
        if (!core && !grouped) {
            return Optional.empty();
        }
        String group = core ? "" : segments.get(1);
        String version = core ? segments.get(1) : segments.get(2);
        if (!Kinds.hasGroup(group, version)) {
            return Optional.empty();
        }
        List<String> rest = segments.subList(core ? 2 : 3, segments.size());
        if (rest.size() > 1 && rest.getFirst().equals("watch")) {
            rest = rest.subList(1, rest.size());
        }
        boolean namespaced = rest.size() > 2 && rest.getFirst().equals("namespaces") && !rest.get(2).equals("status");
        List<String> tail = namespaced ? rest.subList(2, rest.size()) : rest;
        Kind kind = Kinds.of(group, version, tail.getFirst()).orElseThrow(ApiError::noSuchResource);
        return Optional.of(new Target(kind, namespaced ? rest.get(1) : "", at(tail, 1), at(tail, 2)));
    }

    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    boolean collection() {
        return name.isEmpty();
    }

    String plural() {
        return subresource.isEmpty() ? kind.plural() : kind.plural() + "/" + subresource;
    }
}
