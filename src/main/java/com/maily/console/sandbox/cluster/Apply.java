package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Server-side apply: sets the fields of the body, drops those its manager no longer names, and refuses what others own. */
final class Apply {

    private Apply() { }

    /** @throws ApiError 409 with one cause per field another manager owns with another value, unless forced */
    static ObjectNode onto(Kind kind, ObjectNode live, ObjectNode body, Write write, String time) {
        Map<List<String>, JsonNode> wanted = Fields.of(body, kind.custom());
        Map<List<String>, JsonNode> present = Fields.of(live, kind.custom());
        Ownership ownership = Ownership.of(live);
        Map<Ownership.Claim, List<List<String>>> conflicts = conflicts(ownership, wanted, present, write.manager());
        if (!conflicts.isEmpty() && !write.force()) {
            throw refusal(conflicts);
        }
        ObjectNode result = live.deepCopy();
        conflicts.values().forEach(fields -> ownership.take(new LinkedHashSet<>(fields)));
        for (List<String> old : ownership.fieldsOf(write.manager(), true)) {
            if (!wanted.containsKey(old) && !ownership.ownedByOthers(old, write.manager())) {
                Fields.remove(result, old);
            }
        }
        wanted.forEach((path, value) -> Fields.set(result, path, value));
        Set<List<String>> fields = new LinkedHashSet<>(wanted.keySet());
        ownership.applied(write.manager(), kind.apiVersion(), time, fields);
        ownership.writeTo(result);
        return result;
    }

    private static Map<Ownership.Claim, List<List<String>>> conflicts(Ownership ownership, Map<List<String>, JsonNode> wanted,
            Map<List<String>, JsonNode> present, String manager) {
        Map<Ownership.Claim, List<List<String>>> conflicts = new LinkedHashMap<>();
        List<Ownership.Claim> others = ownership.claims().stream().filter(claim -> !claim.sameAs(manager, true, ""))
                .sorted(Comparator.comparing((Ownership.Claim c) -> !c.apply()).thenComparing(Ownership.Claim::manager)).toList();
        for (Ownership.Claim claim : others) {
            wanted.forEach((path, value) -> {
                if (claim.fields().contains(path) && !value.equals(present.get(path))) {
                    conflicts.computeIfAbsent(claim, c -> new ArrayList<>()).add(path);
                }
            });
        }
        return conflicts;
    }

    private static ApiError refusal(Map<Ownership.Claim, List<List<String>>> conflicts) {
        ObjectNode details = Json.object();
        ArrayNode causes = details.putArray("causes");
        Map<String, List<String>> byManager = new TreeMap<>();
        conflicts.forEach((claim, fields) -> fields.forEach(field -> {
            causes.addObject().put("reason", "FieldManagerConflict").put("message", claim.conflict())
                    .put("field", Fields.text(field));
            byManager.computeIfAbsent(claim.who(), who -> new ArrayList<>()).add(Fields.text(field));
        }));
        int count = causes.size();
        StringBuilder text = new StringBuilder("Apply failed with " + count + (count == 1 ? " conflict: " : " conflicts: "));
        if (count == 1) {
            text.append(conflicts.keySet().iterator().next().conflict()).append(": ")
                    .append(causes.get(0).path("field").asText());
        } else {
            List<String> parts = new ArrayList<>();
            byManager.forEach((who, fields) -> parts.add("conflicts with " + who + ":\n- " + String.join("\n- ", fields)));
            text.append(String.join("\n", parts));
        }
        return new ApiError(409, "Conflict", text.toString(), details);
    }
}
