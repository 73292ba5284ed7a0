package com.maily.console.platforms.newrelic;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.platforms.http.Redaction;
import com.maily.console.platforms.http.StatusFailures;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** New Relic's errors in the console's words: those with a status, and the many that come in an answer with status 200. */
final class NewRelicFailures {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private NewRelicFailures() { }

    static Failure of(HttpError error) {
        String said = error.body().at("/errors/0/message").asText(error.body().at("/error/message").asText(""));
        return StatusFailures.of(error, said);
    }

    /** @param errors {@code [{message, path, extensions: {errorClass, errorCode}}]} */
    static Failure of(JsonNode errors) {
        JsonNode first = errors.path(0);
        String said = Redaction.of(first.path("message").asText("no reason given").strip());
        String why = "New Relic says: " + (said.endsWith(".") ? said : said + ".");
        String kind = (first.at("/extensions/errorClass").asText() + " " + said).toLowerCase(Locale.ROOT);
        if (has(kind, "unauthenticated", "access_denied", "access denied", "forbidden", "unauthorized", "api key",
                "permission")) {
            return new Failure.Denied("New Relic does not let us ask this", why,
                    "Check the key the workspace file refers to, its region, and that it may read the account.");
        }
        if (has(kind, "too_many", "too many", "rate limit", "throttl", "limit exceeded")) {
            return new Failure.Throttled("New Relic asks us to slow down", why,
                    "It is asked again in " + PAUSE.toSeconds() + " s.", PAUSE);
        }
        if (has(kind, "timeout", "timed out", "took too long")) {
            return new Failure.TimedOut("New Relic gave up on the query", why, "Ask for a shorter time, or a cheaper query.");
        }
        return has(kind, "server_error", "internal", "unavailable")
                ? new Failure.Unreachable("New Relic is in trouble itself", why,
                "Try again; if it lasts, look at its status page.")
                : new Failure.Rejected("New Relic cannot evaluate the query", why, "Correct the query in the workspace file.");
    }

    private static boolean has(String text, String... words) {
        return Arrays.stream(words).anyMatch(text::contains);
    }
}
