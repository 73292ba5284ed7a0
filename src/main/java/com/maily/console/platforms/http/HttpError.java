package com.maily.console.platforms.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer that is not a success, before it is put into the console's words.
 *
 * @param platform   as people say it: {@code Vercel}
 * @param host       of the address asked, without credentials
 * @param body       the answer as JSON, a missing node when it was none
 * @param retryAfter how long the platform asked us to wait
 */
public record HttpError(String platform, String host, String method, String path, int status, JsonNode body,
                        Optional<Duration> retryAfter) {

    /** Puts an error into the console's words; each platform has one. */
    @FunctionalInterface
    public interface Translation {
        com.maily.console.core.model.Failure failure(HttpError error);
    }

    /** Platform and host, to begin a sentence with. */
    public String subject() {
        return platform + " (" + host + ")";
    }
}
