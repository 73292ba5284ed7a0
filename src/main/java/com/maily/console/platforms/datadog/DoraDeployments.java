package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Announcement;
import com.maily.console.platforms.http.HttpCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deployments as Datadog's DORA metrics count them: one per component, with an id of ours, so that none is counted twice.
 * Nanoseconds.
 */
record DoraDeployments(DatadogClient client) {

    private static final long NANOSECONDS = 1_000_000_000L;

    /** @return how it was confirmed */
    String make(Announcement announcement) {
        Map<String, Artifact> artifacts = new TreeMap<>(announcement.artifacts());
        List<String> fresh = artifacts.keySet().stream().filter(component -> !there(id(announcement, component))).toList();
        fresh.forEach(component -> client.send(HttpCall.post("/api/v2/dora/deployment")
                .json(body(announcement, component, artifacts.get(component)))));
        return artifacts.isEmpty() ? "No component changed." : fresh.size() + " of " + artifacts.size()
                + " DORA deployments were sent, the others were there.";
    }

    private boolean there(String id) {
        try {
            return client.send(HttpCall.get("/api/v2/dora/deployments/" + HttpCall.segment(id))).has("data");
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Missing) {
                return false;
            }
            throw e;
        }
    }

    private static String id(Announcement announcement, String component) {
        return announcement.deployment() + "-" + component;
    }

    private ObjectNode body(Announcement announcement, String component, Artifact artifact) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data").putObject("attributes").put("id", id(announcement, component)).put("service", component)
                .put("env", announcement.environment()).put("version", artifact.version())
                .put("started_at", nanoseconds(announcement.started()))
                .put("finished_at", nanoseconds(announcement.ended().orElseGet(client.time()::instant)))
                .putArray("custom_tags").add("managed-by:maily-console");
        return body;
    }

    private static long nanoseconds(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOSECONDS), at.getNano());
    }
}
