package com.maily.console.platforms.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Alertmanager's calls, as few as the console needs. */
public final class AlertmanagerClient implements AutoCloseable {

    private static final String API = "/api/v2";

    private final JsonClient client;

    private AlertmanagerClient(JsonClient client) {
        this.client = client;
    }

    /** @param settings {@code url}, with a prefix where it has one, and the usual credentials and headers */
    public static AlertmanagerClient of(Map<String, String> settings) {
        return new AlertmanagerClient(new JsonClient(JsonClient.Settings.of("Alertmanager", settings, ""), AlertmanagerFailures::of));
    }

    /** Those that all {@code matchers} accept, suppressed ones too. */
    List<JsonNode> alerts(List<Matcher> matchers) {
        return list(API + "/alerts" + filters(matchers));
    }

    /** Those that have not ended. */
    List<Silence> silences() {
        return list(API + "/silences?expired=false").stream().map(Silence::of).filter(silence -> !silence.expired()).toList();
    }

    Silence silence(String id) {
        return Silence.of(client.send(HttpCall.get(path(id))));
    }

    /** Makes or changes it. @return its id, which may be a new one */
    String post(Silence silence) {
        String id = client.send(HttpCall.post(API + "/silences").json(silence.json())).path("silenceID").asText("");
        if (id.isEmpty()) {
            throw unreadable("A silence was posted, and the answer names none.");
        }
        return id;
    }

    /** Ends it now. */
    void expire(String id) {
        client.send(HttpCall.get(path(id)).method("DELETE"));
    }

    /** The version it says it is. */
    public String version() {
        return client.send(HttpCall.get(API + "/status")).path("versionInfo").path("version").asText("");
    }

    private List<JsonNode> list(String path) {
        JsonNode answer = client.send(HttpCall.get(path));
        if (!answer.isArray()) {
            throw unreadable("A list was asked for, and none came.");
        }
        List<JsonNode> items = new ArrayList<>();
        answer.forEach(items::add);
        return items;
    }

    /** The parameter is repeated, once for each. */
    private static String filters(List<Matcher> matchers) {
        return matchers.isEmpty() ? "" : matchers.stream().map(matcher -> "filter=" + HttpCall.segment(matcher.toString()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String path(String id) {
        return API + "/silence/" + HttpCall.segment(id);
    }

    private static FailureException unreadable(String why) {
        return new FailureException(new Failure.Rejected("Alertmanager's answer cannot be read", why,
                "Check that the address is that of an Alertmanager."));
    }

    @Override
    public void close() {
        client.close();
    }
}
