package com.maily.console.platforms.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.platforms.http.StatusFailures;

/**
 * Alertmanager's errors in the console's words. They come as a JSON string, as {@code {"code","message"}}, or without a body,
 * and a silence that is not there to be deleted as HTTP 500 in older versions.
 */
final class AlertmanagerFailures {

    private static final String NOT_THERE = "silence not found";

    private AlertmanagerFailures() { }

    static Failure of(HttpError error) {
        JsonNode body = error.body();
        String said = body.isTextual() ? body.asText() : body.path("message").asText("");
        if (error.status() == 500 && said.contains(NOT_THERE)) {
            return StatusFailures.of(new HttpError(error.platform(), error.host(), error.method(), error.path(), 404, body,
                    error.retryAfter()), said);
        }
        return StatusFailures.of(error, said);
    }
}
