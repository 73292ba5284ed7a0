package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.GitOpsState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One application's view in the port's terms. */
record Told(ArgoView view) {

    private static final ObjectMapper JSON = new ObjectMapper();

    GitOpsState state(Component component, Commit head, boolean closed, Instant now) {
        boolean believed = believed();
        String image = view.workload().image();
        boolean drifts = believed && view.sync().equals("OutOfSync") && !image.equals(head.image());
        return new GitOpsState(component.name(), view.name(), ArgoApplication.PROJECT,
                new GitOpsState.Wanted(view.compared(), "main", Optional.of(artifact(head.image()))),
                !believed ? GitOpsState.Sync.UNKNOWN : drifts ? GitOpsState.Sync.OUT_OF_SYNC : GitOpsState.Sync.SYNCED,
                believed ? health() : GitOpsState.Health.UNKNOWN, autoSync(view.automated()), remembered(),
                closed ? "a sync window is closed." : "", history(), operation(),
                List.of(component.target()), drifts ? List.of(component.target() + " runs " + tag(image) + ", Git wants "
                        + tag(head.image())) : List.of(), now);
    }

    private boolean believed() {
        return view.operation() == null && finished().filter(at -> view.reconciledAt().isBefore(at)).isEmpty();
    }

    /** Whether it was surely compared after its newest operation: times are whole seconds, so equal ones are doubtful. */
    boolean comparedSince() {
        return finished().filter(at -> !view.reconciledAt().isAfter(at)).isEmpty();
    }

    private Optional<Instant> finished() {
        ObjectNode last = view.operationState();
        return last == null || !last.has("finishedAt") ? Optional.empty()
                : Optional.of(Instant.parse(last.path("finishedAt").asText()));
    }

    private GitOpsState.Health health() {
        return switch (view.health()) {
            case "Healthy" -> GitOpsState.Health.HEALTHY;
            case "Progressing" -> GitOpsState.Health.PROGRESSING;
            case "Degraded" -> GitOpsState.Health.DEGRADED;
            default -> GitOpsState.Health.UNKNOWN;
        };
    }

    private static GitOpsState.AutoSync autoSync(@Nullable JsonNode policy) {
        return policy == null || !policy.path("enabled").asBoolean(true) ? GitOpsState.AutoSync.OFF
                : new GitOpsState.AutoSync(true, policy.path("selfHeal").asBoolean(false), policy.toString());
    }

    private Optional<GitOpsState.AutoSync> remembered() {
        String text = view.annotations().path("maily.dev/auto-sync-was").asText("");
        JsonNode policy = parsed(text);
        return autoSync(view.automated()).on() || !policy.isObject() ? Optional.empty() : Optional.of(autoSync(policy));
    }

    private static JsonNode parsed(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private List<GitOpsState.Deployed> history() {
        List<GitOpsState.Deployed> entries = new ArrayList<>();
        view.history().forEach(entry ->
                entries.add(new GitOpsState.Deployed(entry.path("id").asLong(), entry.path("revision").asText(),
                Instant.parse(entry.path("deployedAt").asText()), Optional.empty())));
        return entries.reversed();
    }

    private Optional<GitOpsState.Operation> operation() {
        ObjectNode state = view.operationState();
        boolean running = view.operation() != null;
        if (state == null) {
            return running ? Optional.of(new GitOpsState.Operation("Requested", true, "", Optional.empty())) : Optional.empty();
        }
        return Optional.of(new GitOpsState.Operation(state.path("phase").asText(), running, state.path("message").asText(),
                Optional.of(Instant.parse(state.path("startedAt").asText()))));
    }

    static Artifact artifact(String image) {
        return new Artifact.Image(tag(image), image);
    }

    private static String tag(String image) {
        return image.substring(image.lastIndexOf(':') + 1);
    }
}
