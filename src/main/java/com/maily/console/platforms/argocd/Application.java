package com.maily.console.platforms.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.core.port.GitOpsState;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An Application as Argo CD tells it, in the console's terms. */
record Application(JsonNode json) {

    /** Notes on the application itself, so that anybody who finds it paused learns what it was and why. */
    static final String WAS = "maily.dev/auto-sync-was";
    static final String PAUSED = "maily.dev/auto-sync-paused";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WITH_PODS = List.of("Deployment", "StatefulSet", "DaemonSet", "Rollout");

    String name() {
        return json.at("/metadata/name").asText("");
    }

    String project() {
        return json.at("/spec/project").asText("");
    }

    String branch() {
        return source().path("targetRevision").asText("HEAD");
    }

    private JsonNode source() {
        JsonNode several = json.at("/spec/sources");
        return several.isArray() && !several.isEmpty() ? several.get(0) : json.at("/spec/source");
    }

    /** The commit Git is at, as last compared. */
    String revision() {
        return revision(json.at("/status/sync"));
    }

    private static String revision(JsonNode node) {
        return node.path("revision").asText(node.path("revisions").path(0).asText(""));
    }

    GitOpsState.AutoSync autoSync() {
        return autoSync(json.at("/spec/syncPolicy/automated"));
    }

    private static GitOpsState.AutoSync autoSync(JsonNode automated) {
        boolean on = automated.isObject() && automated.path("enabled").asBoolean(true);
        return on ? new GitOpsState.AutoSync(true, automated.path("selfHeal").asBoolean(false), automated.toString())
                : GitOpsState.AutoSync.OFF;
    }

    /** What it was before the console paused it; empty when it was not, or is not any more. */
    Optional<GitOpsState.AutoSync> remembered() {
        String text = json.path("metadata").path("annotations").path(WAS).asText("");
        if (text.isEmpty() || autoSync().on()) {
            return Optional.empty();
        }
        try {
            return Optional.of(autoSync(JSON.readTree(text))).filter(GitOpsState.AutoSync::on);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    boolean operating() {
        return json.path("operation").isObject();
    }

    /** Absent for a moment after an operation was asked for: the controller has not picked it up. */
    Optional<GitOpsState.Operation> operation() {
        JsonNode state = json.at("/status/operationState");
        if (!operating() && !state.isObject()) {
            return Optional.empty();
        }
        return Optional.of(new GitOpsState.Operation(state.path("phase").asText("Requested"), operating(),
                state.path("message").asText(""), time(state.path("startedAt"))));
    }

    /**
     * Whether sync and health were compared after the newest operation ended. Before that they tell of the state before it,
     * however well it went. Times are whole seconds, so equal ones prove nothing unless it was made to compare since.
     */
    boolean comparedSince(boolean refreshed) {
        Optional<Instant> finished = time(json.at("/status/operationState/finishedAt"));
        Optional<Instant> compared = time(json.path("status").path("reconciledAt"));
        return finished.isEmpty() || compared.filter(at -> at.isAfter(finished.get())
                || refreshed && at.equals(finished.get())).isPresent();
    }

    GitOpsState.Sync sync() {
        return switch (json.at("/status/sync/status").asText("")) {
            case "Synced" -> GitOpsState.Sync.SYNCED;
            case "OutOfSync" -> GitOpsState.Sync.OUT_OF_SYNC;
            default -> GitOpsState.Sync.UNKNOWN;
        };
    }

    GitOpsState.Health health() {
        return switch (json.at("/status/health/status").asText("")) {
            case "Healthy" -> GitOpsState.Health.HEALTHY;
            case "Suspended" -> GitOpsState.Health.SUSPENDED;
            case "Progressing" -> GitOpsState.Health.PROGRESSING;
            case "Missing" -> GitOpsState.Health.MISSING;
            case "Degraded" -> GitOpsState.Health.DEGRADED;
            default -> GitOpsState.Health.UNKNOWN;
        };
    }

    /** Newest first; Argo CD tells the oldest first. */
    List<GitOpsState.Deployed> history() {
        List<GitOpsState.Deployed> entries = new ArrayList<>();
        json.at("/status/history").forEach(entry ->
                entries.add(new GitOpsState.Deployed(entry.path("id").asLong(), revision(entry),
                time(entry.path("deployedAt")).orElse(Instant.EPOCH), Optional.empty())));
        return entries.reversed();
    }

    /** Everything with pods it owns: {@code deployment/maily-api}. */
    List<String> workloads() {
        List<String> found = new ArrayList<>();
        json.at("/status/resources").forEach(resource -> {
            if (WITH_PODS.contains(resource.path("kind").asText(""))) {
                found.add(target(resource));
            }
        });
        return found;
    }

    /** @param namespace empty for any */
    boolean owns(String target, String namespace) {
        for (JsonNode resource : json.at("/status/resources")) {
            if (target(resource).equals(target)
                    && (namespace.isEmpty() || resource.path("namespace").asText("").equals(namespace))) {
                return true;
            }
        }
        return false;
    }

    static boolean withPods(JsonNode resource) {
        return WITH_PODS.contains(resource.path("kind").asText(""));
    }

    static String target(JsonNode resource) {
        return resource.path("kind").asText("").toLowerCase(Locale.ROOT) + '/' + resource.path("name").asText("");
    }

    private static Optional<Instant> time(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(Instant.parse(node.asText())) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
