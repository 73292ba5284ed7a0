package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.port.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A Rollout with its two versions: the stable one and, while an update is under way, the new one beside it. Pure. The phase
 * counts only when the controller has seen the object as it is (utils/rollout/rolloututil.go at 9f8d111d8).
 *
 * @param workload the Deployment a {@code workloadRef} names, which then holds the template
 * @param owned    the ReplicaSets the Rollout really controls
 */
record RolloutUpdate(RolloutState state, Optional<JsonNode> workload, List<JsonNode> owned) {

    static final String HASH = "rollouts-pod-template-hash";
    static final String REVISION = "rollout.argoproj.io/revision";

    JsonNode rollout() {
        return state.rollout();
    }

    /** Where the template stands, and the annotations that go with it. */
    JsonNode holder() {
        return workload.orElse(rollout());
    }

    JsonNode template() {
        return holder().at("/spec/template");
    }

    String name() {
        return rollout().at("/metadata/name").asText();
    }

    /** Neither the Rollout nor the Deployment it refers to has changed since its controller last looked. */
    boolean seen() {
        String generation = workload.map(each -> each.at("/metadata/generation").asText()).orElse("");
        return !state.unseen() && generation.equals(rollout().at("/status/workloadObservedGeneration").asText());
    }

    Optional<JsonNode> stable() {
        return withHash(rollout().at("/status/stableRS").asText());
    }

    /** The version its template asked for when the controller last looked. */
    Optional<JsonNode> newest() {
        return withHash(rollout().at("/status/currentPodHash").asText());
    }

    Optional<JsonNode> withUid(String uid) {
        return owned.stream().filter(set -> uid(set).equals(uid)).findFirst();
    }

    List<JsonNode> newestFirst() {
        return owned.stream().sorted(Comparator.comparingLong(RolloutUpdate::revision).reversed()).toList();
    }

    /** What the stable track is told to run: the new version as soon as it is being promoted to the end. */
    Optional<JsonNode> told() {
        return state.promotingFully() ? newest() : stable();
    }

    Workload.Rollout stableProgress() {
        if (!seen()) {
            return unseen();
        }
        if (state.promoted() || state.promotingFully()) {
            return phase();
        }
        int ready = stable().map(set -> set.at("/status/readyReplicas").asInt()).orElse(0);
        int wanted = stable().map(set -> set.at("/spec/replicas").asInt()).orElse(0);
        return ready < wanted ? new Workload.Rollout.Waiting("rollout \"" + name() + "\": " + ready + " of " + wanted
                + " stable pods are ready") : new Workload.Rollout.Done("rollout \"" + name()
                + "\": the stable version is ready beside a new one");
    }

    Workload.Rollout newProgress() {
        if (!seen()) {
            return unseen();
        }
        boolean paused = state.paused() && !rollout().at("/status/phase").asText().equals("Degraded");
        return state.aborted() || paused ? new Workload.Rollout.Done("rollout \"" + name() + "\" is " + state.phase()) : phase();
    }

    private Workload.Rollout unseen() {
        return new Workload.Rollout.Waiting("Waiting for rollout \"" + name() + "\" spec update to be observed...");
    }

    private Workload.Rollout phase() {
        boolean resuming = rollout().at("/status/controllerPause").asBoolean()
                && rollout().at("/status/pauseConditions").isEmpty();
        String said = "rollout \"" + name() + "\" is " + state.phase();
        return switch (rollout().at("/status/phase").asText()) {
            case "Healthy" -> resuming || !state.promoted() ? new Workload.Rollout.Waiting(said)
                    : new Workload.Rollout.Done(said);
            case "Degraded" -> invalid().map(why -> "rollout \"" + name() + "\" is invalid: " + why)
                    .<Workload.Rollout>map(Workload.Rollout.Broken::new).orElseGet(() -> new Workload.Rollout.Broken(said));
            default -> new Workload.Rollout.Waiting(said);
        };
    }

    /** Invalid steps pass the API and only show as a condition. */
    private Optional<String> invalid() {
        return StreamSupport.stream(rollout().at("/status/conditions").spliterator(), false)
                .filter(condition -> condition.path("type").asText().equals("InvalidSpec")
                && condition.path("status").asText().equals("True"))
                .map(condition -> condition.path("message").asText()).findFirst();
    }

    private Optional<JsonNode> withHash(String hash) {
        return owned.stream().filter(set -> set.at("/metadata/labels").path(HASH).asText().equals(hash)).findFirst();
    }

    static String uid(JsonNode set) {
        return set.at("/metadata/uid").asText();
    }

    static long revision(JsonNode set) {
        return set.at("/metadata/annotations").path(REVISION).asLong(0);
    }
}
