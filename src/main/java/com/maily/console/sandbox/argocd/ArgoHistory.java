package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** What was applied and when, as far back as Argo CD keeps it. Read and written under the clock's lock. */
final class ArgoHistory {

    private static final int KEPT = 10;

    private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    private long next;

    void enter(String revision, ObjectNode source, Instant started, Instant deployed, ObjectNode by) {
        ObjectNode entry = entries.addObject().put("revision", revision).put("deployedAt", deployed.toString()).put("id", next++);
        entry.set("source", source);
        entry.put("deployStartedAt", started.toString()).set("initiatedBy", by);
        if (entries.size() > KEPT) {
            entries.remove(0);
        }
    }

    Optional<String> revision(long id) {
        for (JsonNode entry : entries) {
            if (entry.path("id").asLong() == id) {
                return Optional.of(entry.path("revision").asText());
            }
        }
        return Optional.empty();
    }

    ArrayNode entries() {
        return entries;
    }
}
