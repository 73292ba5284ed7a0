package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What pods take from a namespace's quotas; refuses those that would take too much, as admission does: 403, not 409 or 429. */
final class Quota {

    private Quota() { }

    static void admit(ObjectStore store, Kind kind, ObjectNode object) {
        if (!kind.equals(Kinds.PODS)) {
            return;
        }
        String namespace = Meta.namespace(object);
        Map<String, BigDecimal> asked = taken(object);
        for (ObjectNode quota : store.all(Kinds.RESOURCE_QUOTAS, namespace)) {
            Map<String, BigDecimal> used = used(store, namespace, quota);
            Map<String, String> hard = Json.strings(Json.at(quota, "spec", "hard"));
            hard.keySet().stream().filter(resource -> resource.matches("((requests|limits)\\.)?(cpu|memory)")
                    && !asked.containsKey(resource))
                    .findFirst().ifPresent(resource -> {
                        throw forbidden(object, "failed quota: " + Meta.name(quota) + ": must specify " + resource);
                    });
            Map<String, String> over = new TreeMap<>(hard);
            over.keySet().removeIf(resource -> !asked.containsKey(resource)
                    || used.get(resource).add(asked.get(resource)).compareTo(Quantity.value(hard.get(resource))) <= 0);
            if (!over.isEmpty()) {
                throw forbidden(object, "exceeded quota: " + Meta.name(quota) + ", requested: " + listed(over, asked) + ", used: "
                        + listed(over, used) + ", limited: "
                        + over.entrySet().stream().map(Object::toString).collect(Collectors.joining(",")));
            }
        }
    }

    private static ApiError forbidden(ObjectNode pod, String why) {
        return new ApiError(403, "Forbidden", "pods \"" + Meta.name(pod) + "\" is forbidden: " + why,
                Json.object().put("name", Meta.name(pod)).put("kind", "pods"));
    }

    private static String listed(Map<String, String> over, Map<String, BigDecimal> amounts) {
        return over.keySet().stream().map(resource -> resource + "=" + Quantity.text(resource, amounts.get(resource)))
                .collect(Collectors.joining(","));
    }

    /** By the resources the quota bounds. */
    static Map<String, BigDecimal> used(ObjectStore store, String namespace, ObjectNode quota) {
        Map<String, BigDecimal> used = new TreeMap<>();
        Json.strings(Json.at(quota, "spec", "hard")).keySet().forEach(resource -> used.put(resource, BigDecimal.ZERO));
        store.all(Kinds.PODS, namespace).stream().filter(pod -> !finished(pod))
                .forEach(pod -> taken(pod).forEach((resource, amount) ->
                used.computeIfPresent(resource, (_, sum) -> sum.add(amount))));
        return used;
    }

    private static boolean finished(JsonNode pod) {
        String phase = Json.text(pod, "status", "phase");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    private static Map<String, BigDecimal> taken(JsonNode pod) {
        Map<String, BigDecimal> taken = new TreeMap<>(Map.of("pods", BigDecimal.ONE, "count/pods", BigDecimal.ONE));
        Json.items(Json.at(pod, "spec", "containers")).forEach(container -> {
            Json.strings(Json.at(container, "resources", "requests")).forEach((resource, text) -> {
                taken.merge("requests." + resource, Quantity.value(text), BigDecimal::add);
                taken.merge(resource, Quantity.value(text), BigDecimal::add);
            });
            Json.strings(Json.at(container, "resources", "limits")).forEach((resource, text) ->
                    taken.merge("limits." + resource, Quantity.value(text), BigDecimal::add));
        });
        return taken;
    }
}
