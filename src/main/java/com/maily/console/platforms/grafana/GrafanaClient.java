package com.maily.console.platforms.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.HttpError;
import com.maily.console.platforms.http.JsonClient;
import com.maily.console.platforms.http.StatusFailures;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Grafana's calls, as few as the console needs. */
public final class GrafanaClient implements AutoCloseable {

    private static final String ANNOTATIONS = "/api/annotations";

    private final JsonClient client;
    private final String dashboard;

    private GrafanaClient(JsonClient client, String dashboard) {
        this.client = client;
        this.dashboard = dashboard;
    }

    /**
     * @param settings {@code url}, {@code token}, and {@code annotate}: the uid of the dashboard that is annotated; without it the
     *                 annotations are the organisation's
     */
    public static GrafanaClient of(Map<String, String> settings) {
        return new GrafanaClient(new JsonClient(JsonClient.Settings.of("Grafana", settings, ""), GrafanaClient::failure),
                settings.getOrDefault("annotate", ""));
    }

    private static Failure failure(HttpError error) {
        return StatusFailures.of(error, error.body().path("message").asText(""));
    }

    /** The oldest with that tag; there should be one at most. */
    Optional<Annotation> tagged(String tag) {
        JsonNode found = client.send(HttpCall.get(ANNOTATIONS).with("type", "annotation").with("limit", "100").with("tags", tag));
        if (!found.isArray()) {
            throw new FailureException(new Failure.Rejected("Grafana's answer cannot be read", "A list was asked for, and none came.",
                    "Check that the address is that of a Grafana."));
        }
        return StreamSupport.stream(found.spliterator(), false).map(Annotation::of).filter(one -> one.tags().contains(tag))
                .min(Comparator.comparingLong(Annotation::id));
    }

    void create(Annotation annotation) {
        ObjectNode body = body(annotation);
        if (!dashboard.isEmpty()) {
            body.put("dashboardUID", dashboard);
        }
        client.send(HttpCall.post(ANNOTATIONS).json(body));
    }

    void patch(long id, Annotation annotation) {
        client.send(HttpCall.get(ANNOTATIONS + "/" + id).method("PATCH").json(body(annotation)));
    }

    private static ObjectNode body(Annotation annotation) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", annotation.text())
                .put("time", annotation.from().toEpochMilli()).put("timeEnd", annotation.until().toEpochMilli());
        List<String> tags = annotation.tags();
        tags.forEach(body.withArray("tags")::add);
        return body;
    }

    /** The version it says it is; needs no token. */
    public String version() {
        return client.send(HttpCall.get("/api/health")).path("version").asText("");
    }

    /** Like {@link #version}, but fails where the token is refused. */
    public void tryToken() {
        client.send(HttpCall.get(ANNOTATIONS).with("limit", "1"));
    }

    @Override
    public void close() {
        client.close();
    }
}
