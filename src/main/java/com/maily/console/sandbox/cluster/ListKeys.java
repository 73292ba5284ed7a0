package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which lists of the built-in kinds are really maps, and by which members of their items. */
final class ListKeys {

    private static final Map<String, List<String>> BY_MEMBER = Map.of("containers", List.of("name"),
            "initContainers", List.of("name"), "env", List.of("name"), "volumes", List.of("name"),
            "imagePullSecrets", List.of("name"), "volumeMounts", List.of("mountPath"), "conditions", List.of("type"),
            "ownerReferences", List.of("uid"));

    private ListKeys() { }

    /** Empty when the list is replaced as a whole. */
    static Optional<List<String>> of(String list, JsonNode items) {
        if (!Json.items(items).allMatch(ObjectNode.class::isInstance) || items.isEmpty()) {
            return Optional.empty();
        }
        if (list.equals("ports")) {
            return Optional.of(items.path(0).has("containerPort") ? List.of("containerPort") : List.of("port"));
        }
        return Optional.ofNullable(BY_MEMBER.get(list));
    }

    static boolean same(JsonNode one, JsonNode other, List<String> keys) {
        return keys.stream().allMatch(key -> one.path(key).equals(other.path(key)));
    }

    /** The item as a step of a field path: {@code k:{"name":"web"}}. */
    static String step(JsonNode item, List<String> keys) {
        ObjectNode key = Json.object();
        keys.forEach(name -> key.set(name, item.path(name)));
        return "k:" + key;
    }
}
