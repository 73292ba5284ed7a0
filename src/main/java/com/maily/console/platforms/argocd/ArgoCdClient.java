package com.maily.console.platforms.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Argo CD's calls, as few as the console needs. Lists name the fields they want: a whole application may be hundreds of
 * kilobytes.
 */
public final class ArgoCdClient implements AutoCloseable {

    private static final String FIELDS = String.join(",", "metadata.resourceVersion", "items.metadata.name",
            "items.metadata.annotations", "items.spec", "items.operation", "items.status.sync", "items.status.health",
            "items.status.history", "items.status.operationState", "items.status.resources", "items.status.reconciledAt");

    private final JsonClient client;
    private final String project;
    private final String namespace;

    private ArgoCdClient(JsonClient client, String project, String namespace) {
        this.client = client;
        this.project = project;
        this.namespace = namespace;
    }

    /** @param settings {@code url}, {@code token}, and optionally {@code project}, {@code namespace}, {@code timeout} */
    public static ArgoCdClient of(Map<String, String> settings) {
        JsonClient.Settings given = JsonClient.Settings.of("Argo CD", settings, "");
        Map<String, String> headers = new TreeMap<>(given.headers());
        // Its guard against forged requests: everything but GET must be JSON, also without a body.
        headers.put("Content-Type", "application/json");
        JsonClient.Settings all = new JsonClient.Settings(given.platform(), given.base(), given.credentials(), headers,
                given.timeout(),
                given.bodyLimit());
        return new ArgoCdClient(new JsonClient(all, ArgoCdFailures::of), settings.getOrDefault("project", ""),
                settings.getOrDefault("namespace", ""));
    }

    List<Application> applications() {
        JsonNode list = client.send(HttpCall.get("/api/v1/applications").with("projects", project).with("appNamespace", namespace)
                .with("fields", FIELDS));
        List<Application> found = new ArrayList<>();
        list.path("items").forEach(item -> found.add(new Application(item)));
        return found;
    }

    Application application(String name) {
        return new Application(client.send(scoped(HttpCall.get(path(name)))));
    }

    /** Answers when the controller has compared again. */
    Application refreshed(String name) {
        return new Application(client.send(scoped(HttpCall.get(path(name))).with("refresh", "normal")));
    }

    JsonNode managedResources(String name) {
        return client.send(scoped(HttpCall.get(path(name) + "/managed-resources"))).path("items");
    }

    /** What a revision renders to, as JSON texts. */
    JsonNode manifests(String name, String revision) {
        return client.send(scoped(HttpCall.get(path(name) + "/manifests")).with("revision", revision)).path("manifests");
    }

    boolean canSync(String name) {
        return client.send(scoped(HttpCall.get(path(name) + "/syncwindows"))).path("canSync").asBoolean(false);
    }

    void patch(String name, ObjectNode patch) {
        client.send(HttpCall.get(path(name)).method("PATCH").json(body().put("name", name).put("patch", patch.toString())
                .put("patchType", "merge")));
    }

    void sync(String name) {
        client.send(HttpCall.post(path(name) + "/sync").json(body()));
    }

    void rollBack(String name, long entry) {
        client.send(HttpCall.post(path(name) + "/rollback").json(body().put("id", entry)));
    }

    void terminate(String name) {
        client.send(scoped(HttpCall.get(path(name) + "/operation").method("DELETE")));
    }

    /** The user the token stands for; empty when it stands for none. */
    public String user() {
        JsonNode info = client.send(HttpCall.get("/api/v1/session/userinfo"));
        return info.path("loggedIn").asBoolean(false) ? info.path("username").asText("") : "";
    }

    boolean may(String action, Application application) {
        return client.send(HttpCall.get("/api/v1/account/can-i/applications/" + action + "/"
                + HttpCall.segment(application.project()) + "/" + HttpCall.segment(application.name())))
                .path("value").asText("").equals("yes");
    }

    private static String path(String name) {
        return "/api/v1/applications/" + HttpCall.segment(name);
    }

    private HttpCall scoped(HttpCall call) {
        return call.with("project", project).with("appNamespace", namespace);
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!project.isEmpty()) {
            body.put("project", project);
        }
        if (!namespace.isEmpty()) {
            body.put("appNamespace", namespace);
        }
        return body;
    }

    @Override
    public void close() {
        client.close();
    }
}
