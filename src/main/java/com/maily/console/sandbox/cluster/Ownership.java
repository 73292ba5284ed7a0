package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who owns which field of one object: its {@code metadata.managedFields}, read, changed and written back. */
final class Ownership {

    /** One manager's fields. @param apply by server-side apply, otherwise by any other write */
    record Claim(String manager, boolean apply, String subresource, String apiVersion, String time, Set<List<String>> fields) {

        String conflict() {
            return "conflict with " + who();
        }

        String who() {
            String through = subresource.isEmpty() ? "" : " with subresource \"" + subresource + "\"";
            return "\"" + manager + "\"" + (apply ? "" : through + " using " + apiVersion);
        }

        boolean sameAs(String otherManager, boolean otherApply, String otherSubresource) {
            return manager.equals(otherManager) && apply == otherApply && subresource.equals(otherSubresource);
        }
    }

    private final List<Claim> claims = new ArrayList<>();

    static Ownership of(ObjectNode object) {
        Ownership ownership = new Ownership();
        Json.at(object, "metadata", "managedFields").forEach(node -> {
            Set<List<String>> fields = new LinkedHashSet<>();
            read(node.path("fieldsV1"), List.of(), fields);
            ownership.claims.add(new Claim(Json.text(node, "manager"), Json.text(node, "operation").equals("Apply"),
                    Json.text(node, "subresource"), Json.text(node, "apiVersion"), Json.text(node, "time"), fields));
        });
        return ownership;
    }

    List<Claim> claims() {
        return claims;
    }

    Set<List<String>> fieldsOf(String manager, boolean apply) {
        return claims.stream().filter(c -> c.sameAs(manager, apply, "")).map(Claim::fields).findFirst().orElse(Set.of());
    }

    boolean ownedByOthers(List<String> field, String manager) {
        return claims.stream().anyMatch(c -> !c.sameAs(manager, true, "") && c.fields().contains(field));
    }

    /** What was written by other means than apply now belongs to its writer alone. */
    void wrote(String manager, String subresource, String apiVersion, String time, Set<List<String>> fields) {
        if (fields.isEmpty()) {
            return;
        }
        take(fields);
        Set<List<String>> all = new LinkedHashSet<>(fields);
        claims.stream().filter(c -> c.sameAs(manager, false, subresource)).forEach(c -> all.addAll(c.fields()));
        replace(new Claim(manager, false, subresource, apiVersion, time, all));
    }

    void applied(String manager, String apiVersion, String time, Set<List<String>> fields) {
        replace(new Claim(manager, true, "", apiVersion, time, fields));
    }

    /** Removes fields from every claim. */
    void take(Set<List<String>> fields) {
        claims.forEach(claim -> claim.fields().removeAll(fields));
        claims.removeIf(claim -> claim.fields().isEmpty());
    }

    void writeTo(ObjectNode object) {
        ArrayNode array = Json.array();
        for (Claim claim : claims) {
            ObjectNode node = array.addObject().put("manager", claim.manager())
                    .put("operation", claim.apply() ? "Apply" : "Update")
                    .put("apiVersion", claim.apiVersion()).put("time", claim.time()).put("fieldsType", "FieldsV1");
            claim.fields().forEach(path -> Json.child(node.withObject("/fieldsV1"), path.toArray(String[]::new)));
            if (!claim.subresource().isEmpty()) {
                node.put("subresource", claim.subresource());
            }
        }
        if (!array.isEmpty()) {
            Meta.of(object).set("managedFields", array);
        }
    }

    private void replace(Claim claim) {
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).sameAs(claim.manager(), claim.apply(), claim.subresource())) {
                boolean same = claims.get(i).fields().equals(claim.fields());
                claims.set(i, same && claim.apply() ? claims.get(i) : claim);
                return;
            }
        }
        claims.add(claim);
    }

    private static void read(JsonNode node, List<String> path, Set<List<String>> fields) {
        Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
        if (!members.hasNext() && !path.isEmpty()) {
            fields.add(path);
        }
        members.forEachRemaining(member -> {
            if (!member.getKey().equals(".")) {
                read(member.getValue(), Fields.plus(path, member.getKey()), fields);
            }
        });
    }

    /** The paths of {@code after} whose values are new or different. */
    static Set<List<String>> changed(Map<List<String>, JsonNode> before, Map<List<String>, JsonNode> after) {
        return after.entrySet().stream().filter(e -> !e.getValue().equals(before.get(e.getKey()))).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
