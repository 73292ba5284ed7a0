package com.maily.console.platforms.vercel;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.platforms.http.Redaction;
import com.maily.console.platforms.http.StatusFailures;

/** Vercel's errors in the console's words: {@code {"error":{"code","message"}}}, on a few old paths {@code err}. */
final class VercelFailures {

    private VercelFailures() { }

    static Failure of(HttpError error) {
        String said = text(error.body());
        String why = "Vercel says: " + (said.isEmpty() ? "nothing more than HTTP " + error.status() + "." : Redaction.of(said));
        return switch (error.status()) {
            case 402 -> new Failure.Rejected(error.subject() + " does not do this on the present plan", why,
                    "Change the team's plan, or roll back by deploying the earlier version again.");
            case 403 -> new Failure.Denied(error.subject() + " does not allow this", why,
                    "Check the token's rights, and that the connection names the team the project belongs to.");
            case 404 -> new Failure.Missing(error.subject() + " does not know what was asked for", why,
                    "Check the project's name and the team in the workspace file.");
            case 409 -> new Failure.Conflict(error.subject() + " is busy with another change of this project", why,
                    "Wait until the promote, rollback or rolling release that runs is done, then try again.");
            case 422 -> new Failure.Rejected(error.subject() + " cannot do this with that deployment", why,
                    "Choose a deployment that is ready and eligible, as the list of revisions shows.");
            default -> StatusFailures.of(error, said);
        };
    }

    private static String text(JsonNode body) {
        JsonNode node = body.has("error") ? body.path("error") : body.path("err");
        String message = node.path("message").asText("");
        return message.isEmpty() ? node.path("code").asText("") : message;
    }
}
