package com.maily.console.platforms.vercel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Track;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of Vercel's API this console uses, typed. One per connection; safe for use by several threads. */
public final class VercelClient implements AutoCloseable {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 5;

    private final JsonClient http;
    private final String team;
    private final String rollbackApi;

    private VercelClient(JsonClient http, String team, String rollbackApi) {
        this.http = http;
        this.team = team;
        this.rollbackApi = rollbackApi;
    }

    /**
     * From a connection of the workspace file.
     *
     * @param settings {@code token}; {@code url} unless Vercel's own; {@code team} ({@code team_…} or its slug) unless a personal
     *                 account; {@code rollbackApi} {@code v1} (as the SDK) or {@code v9} (as the command line tool)
     */
    public static VercelClient of(Map<String, String> settings) {
        JsonClient http = new JsonClient(JsonClient.Settings.of("Vercel", settings, "https://api.vercel.com"),
                VercelFailures::of);
        return new VercelClient(http, settings.getOrDefault("team", ""), settings.getOrDefault("rollbackApi", "v1"));
    }

    static VercelClient of(JsonClient http) {
        return new VercelClient(http, "", "v1");
    }

    /** Who the token belongs to. */
    /** Who the token belongs to: the cheapest way to see that Vercel answers us. */
    public String user() {
        JsonNode user = ask(HttpCall.get("/v2/user")).path("user");
        return user.path("username").asText(user.path("email").asText("a user without a name"));
    }

    ProjectInfo project(String project) {
        return ProjectInfo.of(ask(HttpCall.get("/v9/projects/" + HttpCall.segment(project)).with("rollbackInfo", "true")));
    }

    /** Production deployments, newest first; the newest five hundred at most. */
    List<DeploymentInfo> deployments(ProjectInfo project) {
        List<DeploymentInfo> all = new ArrayList<>();
        String until = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = ask(HttpCall.get("/v7/deployments").with("projectId", project.id()).with("target", "production")
                    .with("limit", Integer.toString(PAGE)).with("until", until));
            answer.path("deployments").forEach(item -> all.add(DeploymentInfo.of(item)));
            until = answer.path("pagination").path("next").asText("");
            if (until.isEmpty() || until.equals("null")) {
                break;
            }
        }
        return all;
    }

    DeploymentInfo deployment(String id) {
        return DeploymentInfo.of(ask(HttpCall.get("/v13/deployments/" + HttpCall.segment(id))));
    }

    /** Builds a production deployment that takes no traffic by itself. */
    DeploymentInfo create(String name, ProjectInfo project, Track track, Artifact.Build build) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name).put("project", project.id())
                .put("target", "production").put("autoAssignCustomDomains", false);
        body.set("gitSource", source(project.link(), build));
        body.set("meta", DeploymentInfo.mark(track, build));
        return DeploymentInfo.of(ask(HttpCall.post("/v13/deployments").with("forceNew", "1").json(body)));
    }

    private static ObjectNode source(JsonNode link, Artifact.Build build) {
        ObjectNode source = JsonNodeFactory.instance.objectNode().put("type", link.path("type").asText("github"));
        for (String field : List.of("org", "repo", "repoId", "projectId", "workspaceUuid", "repoUuid")) {
            if (link.has(field)) {
                source.set(field, link.get(field));
            }
        }
        boolean hash = build.commit().matches("[0-9a-f]{40}");
        source.put("ref", hash ? build.version() : build.commit());
        return hash ? source.put("sha", build.commit()) : source;
    }

    void cancel(String deployment) {
        ask(HttpCall.get("/v12/deployments/" + HttpCall.segment(deployment) + "/cancel").method("PATCH"));
    }

    /** Without a body: the official document has none, and a strict reader refuses one. */
    void promote(ProjectInfo project, String deployment) {
        ask(HttpCall.post("/v10/projects/" + project.id() + "/promote/" + HttpCall.segment(deployment)));
    }

    void rollback(ProjectInfo project, String deployment) {
        ask(HttpCall.post("/" + rollbackApi + "/projects/" + project.id() + "/rollback/" + HttpCall.segment(deployment))
                .json(JsonNodeFactory.instance.objectNode()));
    }

    Optional<ReleaseInfo> activeRelease(String project) {
        return ReleaseInfo.of(ask(HttpCall.get(rolling(project)).with("state", "ACTIVE"))).filter(ReleaseInfo::active);
    }

    Optional<ReleaseInfo> completedRelease(String project) {
        return ReleaseInfo.of(ask(HttpCall.get(rolling(project)).with("state", "COMPLETE")));
    }

    /** The configured stages; empty when the project has no rolling releases. */
    List<Weight> stages(String project) {
        JsonNode config = ask(HttpCall.get(rolling(project) + "/config")).path("rollingRelease");
        return config.path("enabled").asBoolean(true) ? ReleaseInfo.stages(config.path("stages")) : List.of();
    }

    ReleaseInfo start(String project, String canary) {
        return moved(project, "/start", canary(canary));
    }

    ReleaseInfo approve(String project, String canary, int nextStage) {
        return moved(project, "/approve-stage", canary(canary).put("nextStageIndex", nextStage));
    }

    void complete(String project, String canary) {
        ask(HttpCall.post(rolling(project) + "/complete").json(canary(canary)));
    }

    /** The answer to a step is not relied on: what is in effect is asked for. */
    private ReleaseInfo moved(String project, String step, ObjectNode body) {
        ask(HttpCall.post(rolling(project) + step).json(body));
        return activeRelease(project).orElseThrow(() -> new FailureException(
                new Failure.Conflict("The rolling release of " + project + " is over",
                        "Somebody ended it while it was being moved.", "Look at what is in production, then decide again.")));
    }

    private static ObjectNode canary(String id) {
        return JsonNodeFactory.instance.objectNode().put("canaryDeploymentId", id);
    }

    private static String rolling(String project) {
        return "/v1/projects/" + HttpCall.segment(project) + "/rolling-release";
    }

    private JsonNode ask(HttpCall call) {
        return http.send(team.startsWith("team_") ? call.with("teamId", team) : call.with("slug", team));
    }

    @Override
    public void close() {
        http.close();
    }
}
