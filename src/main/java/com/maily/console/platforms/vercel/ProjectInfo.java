package com.maily.console.platforms.vercel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * The project as Vercel tells it.
 *
 * @param production id of the deployment that has the production domains
 * @param assigns    whether a new production build takes the domains by itself; off after a rollback
 * @param link       the Git repository it is connected to
 */
record ProjectInfo(String id, String production, Optional<AliasJob> job, boolean assigns, JsonNode link) {

    /** The last promote or rollback: Vercel moves the domains after it has accepted the request. */
    record AliasJob(String status, String to, Instant requestedAt) {
        boolean running() {
            return status.equals("pending") || status.equals("in-progress");
        }

        boolean failed() {
            return status.equals("failed");
        }
    }

    static ProjectInfo of(JsonNode node) {
        JsonNode alias = node.path("lastAliasRequest");
        Optional<AliasJob> job = alias.path("toDeploymentId").isTextual()
                ? Optional.of(new AliasJob(alias.path("jobStatus").asText(), alias.path("toDeploymentId").asText(),
                        Instant.ofEpochMilli(alias.path("requestedAt").asLong())))
                : Optional.empty();
        return new ProjectInfo(node.path("id").asText(), node.path("targets").path("production").path("id").asText(""), job,
                node.path("autoAssignCustomDomains").asBoolean(true), node.path("link"));
    }

    boolean moving() {
        return job.filter(AliasJob::running).isPresent();
    }

    /** Whether the domains are moving to this deployment now. */
    boolean movingTo(String deployment) {
        return job.filter(j -> j.running() && j.to().equals(deployment)).isPresent();
    }
}
