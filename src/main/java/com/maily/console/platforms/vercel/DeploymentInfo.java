package com.maily.console.platforms.vercel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.port.Track;
import java.time.Instant;

/**
 * One deployment as Vercel tells it.
 *
 * @param readyState    {@code QUEUED, INITIALIZING, BUILDING, READY, ERROR, CANCELED, BLOCKED}
 * @param substate      of a ready one: {@code STAGED, ROLLING, PROMOTED}; empty when not told
 * @param track         the console's own mark, see {@link #mark}; empty on builds somebody else started
 * @param error         why it failed; empty otherwise
 */
record DeploymentInfo(String id, String readyState, String substate, boolean production, Instant createdAt,
                      Artifact.Build artifact, String track, boolean rollbackCandidate, String error) {

    private static final String TRACK = "console-track";
    private static final String COMMIT = "console-commit";
    private static final String VERSION = "console-version";

    /** Lists say {@code uid} and {@code created} where single answers say {@code id} and {@code createdAt}. */
    static DeploymentInfo of(JsonNode node) {
        JsonNode meta = node.path("meta");
        String ref = meta.path("githubCommitRef").asText(node.path("gitSource").path("ref").asText(""));
        String version = meta.path(VERSION).asText(ref);
        return new DeploymentInfo(node.path("id").asText(node.path("uid").asText()),
                node.path("readyState").asText(node.path("state").asText()),
                node.path("readySubstate").asText(""), node.path("target").asText("").equals("production"),
                Instant.ofEpochMilli(node.path("createdAt").asLong(node.path("created").asLong())),
                new Artifact.Build(version, meta.path(COMMIT).asText(ref)), meta.path(TRACK).asText(""),
                node.path("isRollbackCandidate").asBoolean(), node.path("errorMessage").asText(""));
    }

    /** What the console writes into a build's meta data, to know it again in another process. */
    static ObjectNode mark(Track track, Artifact.Build build) {
        return JsonNodeFactory.instance.objectNode().put(TRACK, track.key()).put(VERSION, build.version())
                .put(COMMIT, build.commit());
    }

    boolean ready() {
        return readyState.equals("READY");
    }

    boolean failed() {
        return readyState.equals("ERROR") || readyState.equals("BLOCKED");
    }

    boolean canceled() {
        return readyState.equals("CANCELED") || readyState.equals("DELETED");
    }

    boolean building() {
        return !ready() && !failed() && !canceled();
    }

    /** Built, and never had production traffic. Where Vercel does not say, it is taken for staged. */
    boolean staged() {
        return substate.isEmpty() || substate.equals("STAGED");
    }

    boolean of(Track wanted) {
        return track.equals(wanted.key());
    }
}
