package com.maily.console.platforms.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.platforms.http.Redaction;
import com.maily.console.platforms.http.StatusFailures;

/** The search's errors in the console's words: {@code {"error":{"type","reason","root_cause"},"status"}}. */
final class OpenSearchFailures {

    private OpenSearchFailures() { }

    static Failure of(HttpError error) {
        JsonNode told = error.body().path("error");
        // Of a failed phase only the cause says something.
        JsonNode cause = told.path("root_cause").path(0).isObject() ? told.path("root_cause").path(0) : told;
        String reason = told.isTextual() ? told.asText() : cause.path("reason").asText("");
        String why = "It says: " + (reason.isEmpty() ? "nothing more than HTTP " + error.status() : Redaction.of(reason)
                .replaceAll("\\.$", "")) + ".";
        return switch (cause.path("type").asText("")) {
            case "index_not_found_exception" -> new Failure.Missing(error.subject() + " has no such index", why,
                    "Check index of the logs connection in the workspace file.");
            case "index_closed_exception" -> new Failure.Rejected(error.subject() + " has that index closed", why,
                    "Open the index, or choose a time that is searchable.");
            case "security_exception" -> error.status() == 401 ? StatusFailures.of(error, reason)
                    : new Failure.Denied(error.subject() + " does not let this account search", why,
                            "Ask for the right to read the index.");
            default -> StatusFailures.of(error, reason);
        };
    }
}
