package com.maily.console.platforms.prometheus;

import com.maily.console.core.model.Failure;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.platforms.http.Redaction;
import com.maily.console.platforms.http.StatusFailures;

/** Prometheus' errors, {@code {"status":"error","errorType","error"}}, in the console's words. */
final class PrometheusFailures {

    private PrometheusFailures() { }

    static Failure of(HttpError error) {
        String said = error.body().path("error").asText("");
        return switch (error.body().path("errorType").asText("")) {
            case "bad_data", "execution", "not_acceptable" -> new Failure.Rejected(error.subject() + " cannot evaluate the query",
                    Redaction.of(said) + ".", "Correct the query in the workspace file.");
            case "timeout", "canceled" -> new Failure.TimedOut(error.subject() + " gave up on the query",
                    Redaction.of(said) + ".",
                    "Ask for a shorter time, or a cheaper query.");
            default -> StatusFailures.of(error, said);
        };
    }
}
