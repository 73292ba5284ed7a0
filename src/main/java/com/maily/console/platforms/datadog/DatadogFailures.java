package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.platforms.http.Redaction;
import com.maily.console.platforms.http.StatusFailures;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Datadog's errors in the console's words: {@code {"errors": ["…"]}}, in v2 also {@code {"errors": [{"title", "detail"}]}}. */
final class DatadogFailures {

    private DatadogFailures() { }

    static Failure of(HttpError error, RateLimits limits) {
        String said = said(error.body().path("errors"));
        return switch (error.status()) {
            case 401, 403 -> new Failure.Denied(error.subject() + " does not accept the keys",
                    StatusFailures.of(error, said).why(),
                    "A key is valid on one site only: check site, api-key, application-key and its scopes.");
            case 429 -> limits.throttled(error.subject(), error.method(), error.path());
            default -> StatusFailures.of(error, said);
        };
    }

    /** For what Datadog says inside a 200. */
    static FailureException query(String said) {
        String words = Redaction.of(said.strip());
        return new FailureException(new Failure.Rejected("Datadog cannot evaluate the query",
                words.matches("(?s).*[.!?]") ? words : words + ".", "Correct the query in the workspace file."));
    }

    static FailureException strange() {
        return new FailureException(new Failure.Rejected("The answer is not Datadog's", "It is JSON of another form.",
                "Check site or url in the workspace file."));
    }

    /** One text or several, plain or as JSON:API has them. */
    static String said(JsonNode errors) {
        if (!errors.isArray()) {
            return errors.asText("");
        }
        return StreamSupport.stream(errors.spliterator(), false).map(DatadogFailures::one).filter(text -> !text.isBlank())
                .collect(Collectors.joining("; "));
    }

    private static String one(JsonNode error) {
        if (!error.isObject()) {
            return error.asText("");
        }
        String detail = error.path("detail").asText("");
        return detail.isEmpty() ? error.path("title").asText("") : detail;
    }
}
