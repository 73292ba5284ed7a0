package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Time;
import com.maily.console.platforms.http.Credentials;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one way to Datadog: knows the site, carries both keys, and never asks a budget that is used up. Safe for use by several
 * threads.
 */
public final class DatadogClient implements AutoCloseable {

    private final Site site;
    private final Time time;
    private final RateLimits limits;
    private final JsonClient http;

    private DatadogClient(Site site, Time time, JsonClient.Settings settings) {
        this.site = site;
        this.time = time;
        this.limits = new RateLimits(time);
        this.http = new JsonClient(settings, error -> DatadogFailures.of(error, limits), limits);
    }

    /**
     * From a connection of the workspace file.
     *
     * @param settings {@code site} or {@code url}; {@code api-key} and {@code application-key}; {@code timeout}
     */
    public static DatadogClient of(Map<String, String> settings, Time time) {
        Site site = Site.of(settings);
        Map<String, String> known = new TreeMap<>(settings);
        known.put("url", site.api().toString());
        known.put(Credentials.HEADER + "DD-API-KEY", settings.getOrDefault("api-key", ""));
        known.put(Credentials.HEADER + "DD-APPLICATION-KEY", settings.getOrDefault("application-key", ""));
        return new DatadogClient(site, time, JsonClient.Settings.of("Datadog", known, site.api().toString()));
    }

    /** @throws FailureException {@code Throttled} without asking when the call's budget is used up */
    JsonNode send(HttpCall call) {
        limits.admit(call);
        return http.send(call);
    }

    /** The cheapest proof that it answers and knows our API key. */
    public void validate() {
        if (!send(HttpCall.get("/api/v1/validate")).path("valid").asBoolean()) {
            throw new FailureException(new Failure.Denied("Datadog does not accept the API key", "It calls it invalid.",
                    "A key is valid on one site only: check site and api-key."));
        }
    }

    Site site() {
        return site;
    }

    Time time() {
        return time;
    }

    /** The tightest request budget, as a sentence. */
    Optional<String> budget() {
        return limits.tightest();
    }

    @Override
    public void close() {
        http.close();
    }
}
