package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An object's values by path, without those the server sets itself. Pure. */
final class ObjectLeaves {

    /** Set by the server, or by the object's controller; never ours to decide. */
    private static final Set<String> SERVERS = Set.of("status", "metadata.managedFields", "metadata.resourceVersion",
            "metadata.generation",
            "metadata.uid", "metadata.creationTimestamp");

    private ObjectLeaves() { }

    static Map<String, String> of(JsonNode object) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", object, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (SERVERS.contains(path)) {
            return;
        }
        if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), leaves);
            }
        } else if (node.isObject() && !node.isEmpty()) {
            List.copyOf(node.properties()).forEach(field ->
                    collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (!node.isMissingNode() && !node.isNull()) {
            leaves.put(path, node.isContainerNode() ? node.toString() : node.asText());
        }
    }
}
