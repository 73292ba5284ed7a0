package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Picks objects by a few of their fields, as {@code fieldSelector=} does. */
final class FieldSelector implements Predicate<JsonNode> {

    private static final List<String> COMMON = List.of("metadata.name", "metadata.namespace");
    private static final Set<String> POD = Set.of("status.phase", "spec.nodeName", "spec.restartPolicy", "status.podIP");

    private final List<Predicate<JsonNode>> requirements = new ArrayList<>();

    /** @throws ApiError 400 for a field this kind cannot be selected by */
    static FieldSelector parse(Kind kind, String text) {
        FieldSelector selector = new FieldSelector();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                selector.requirements.add(requirement(kind, part.strip()));
            }
        }
        return selector;
    }

    @Override
    public boolean test(JsonNode object) {
        return requirements.stream().allMatch(requirement -> requirement.test(object));
    }

    private static Predicate<JsonNode> requirement(Kind kind, String part) {
        boolean negated = part.contains("!=");
        String[] sides = part.split("!=|==|=", 2);
        if (sides.length < 2) {
            throw ApiError.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
        }
        if (!known(kind, sides[0])) {
            throw ApiError.badRequest("\"" + sides[0]
                    + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"");
        }
        return object -> negated != Json.text(object, sides[0].split("\\.")).equals(sides[1]);
    }

    private static boolean known(Kind kind, String field) {
        return COMMON.contains(field)
                || kind.equals(Kinds.PODS) && POD.contains(field)
                || kind.equals(Kinds.EVENTS) && (field.startsWith("involvedObject.") || field.equals("reason")
                || field.equals("type"))
                || kind.equals(Kinds.JOBS) && field.equals("status.successful")
                || kind.equals(Kinds.REPLICA_SETS) && field.equals("status.replicas");
    }
}
