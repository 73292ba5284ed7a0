package com.maily.console.platforms.http;

import com.maily.console.core.model.Failure;
import java.time.Duration;

/** What an HTTP status means in the console's words, where a platform has nothing more precise to say. */
public final class StatusFailures {

    private static final Duration NOT_SAID = Duration.ofSeconds(5);
    private static final int LONGEST_TEXT = 400;

    private StatusFailures() { }

    /** For platforms whose path is itself a secret. */
    public static Failure withoutPath(HttpError error) {
        return of(new HttpError(error.platform(), error.host(), error.method(), "(hidden)", error.status(), error.body(),
                error.retryAfter()), "");
    }

    /** @param text the platform's own words; empty when there are none */
    public static Failure of(HttpError error, String text) {
        String why = why(error, text);
        String subject = error.subject();
        return switch (error.status()) {
            case 401 -> new Failure.Denied(subject + " does not accept the token", why,
                    "Renew the token the workspace file refers to, then try again.");
            case 403, 407 -> new Failure.Denied(subject + " does not allow this", why, "Ask for the missing permission.");
            case 404, 410 -> new Failure.Missing(subject + " does not have what was asked for", why,
                    "Check the names and the address in the workspace file.");
            case 408 -> new Failure.TimedOut(subject + " gave up waiting", why, "Try again.");
            case 409 -> new Failure.Conflict(subject + " refused because of another change", why,
                    "Look at its present state, then try again.");
            case 429 -> throttled(error, why);
            default -> error.status() >= 500 ? unreachable(error, why)
                    : new Failure.Rejected(subject + " rejected the request", why,
                            "Correct what was asked for; repeating it will not help.");
        };
    }

    private static Failure throttled(HttpError error, String why) {
        Duration wait = error.retryAfter().orElse(NOT_SAID);
        return new Failure.Throttled(error.subject() + " asks us to slow down", why,
                "It is asked again in " + wait.toSeconds() + " s.", wait);
    }

    private static Failure unreachable(HttpError error, String why) {
        return new Failure.Unreachable(error.subject() + " is in trouble itself", why,
                "Try again; if it lasts, look at its status page.");
    }

    private static String why(HttpError error, String text) {
        String said = Redaction.of(text.strip());
        String shortened = said.length() > LONGEST_TEXT ? said.substring(0, LONGEST_TEXT) + "…" : said;
        String status = "HTTP " + error.status() + " to " + error.method() + " " + error.path();
        return shortened.isEmpty() ? status + "." : status + ": " + sentence(shortened);
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[.!?…]") ? text : text + ".";
    }
}
