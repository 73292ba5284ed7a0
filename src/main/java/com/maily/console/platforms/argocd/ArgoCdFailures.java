package com.maily.console.platforms.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.platforms.http.Redaction;
import com.maily.console.platforms.http.StatusFailures;

/**
 * Argo CD's errors in the console's words: {@code {"error","code","message"}}, where the gRPC code says more than the status
 * (a refused precondition is a 400). Streams wrap theirs once more.
 */
final class ArgoCdFailures {

    private static final int INVALID = 3;
    private static final int MISSING = 5;
    private static final int DENIED = 7;
    private static final int PRECONDITION = 9;
    private static final int UNAUTHENTICATED = 16;

    private ArgoCdFailures() { }

    static Failure of(HttpError error) {
        JsonNode body = error.body().path("error").isObject() ? error.body().path("error") : error.body();
        String said = body.path("message").asText(body.path("error").asText(""));
        String why = "Argo CD says: " + (said.isEmpty() ? "nothing more than HTTP " + error.status() + "." : sentence(said));
        String subject = error.subject();
        return switch (body.path("code").asInt(body.path("grpc_code").asInt(-1))) {
            case PRECONDITION -> precondition(subject, said, why);
            case DENIED -> denied(subject, said, why);
            case MISSING -> new Failure.Missing(subject + " does not know the application", why,
                    "Check application and project of the argocd connection in the workspace file.");
            case UNAUTHENTICATED -> new Failure.Denied(subject + " does not accept the token", why,
                    "Renew the token the workspace file refers to, then try again.");
            case INVALID -> new Failure.Rejected(subject + " rejected the request", why,
                    "Look at the application's present state, then try again.");
            default -> StatusFailures.of(error, said);
        };
    }

    private static Failure precondition(String subject, String said, String why) {
        if (said.contains("another operation")) {
            return new Failure.Conflict(subject + " is busy with the application", why,
                    "Wait for the operation that runs, or terminate it.");
        }
        return new Failure.Rejected(subject + " does not do this now", why, said.contains("auto-sync")
                ? "Pause the application's auto-sync first." : "Look at the application's present state, then try again.");
    }

    /** Without a project an application that is not there looks like one that is not allowed. */
    private static Failure denied(String subject, String said, String why) {
        return said.contains("sync window")
                ? new Failure.Rejected(subject + " has a sync window closed", why,
                "Wait for the window, or ask for an exception.")
                : new Failure.Denied(subject + " does not allow this, or does not have the application", why,
                        "Ask for the missing permission; name the project in the connection to tell the two apart.");
    }

    private static String sentence(String text) {
        String safe = Redaction.of(text.strip());
        return safe.endsWith(".") ? safe : safe + ".";
    }
}
