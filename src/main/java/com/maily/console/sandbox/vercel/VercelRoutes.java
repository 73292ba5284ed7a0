package com.maily.console.sandbox.vercel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which path of Vercel's API does what to the world. Version prefixes are accepted as clients of several generations send them.
 */
final class VercelRoutes {

    /** An answer; a missing node is an empty body. */
    record Answer(int status, JsonNode body) { }

    /** A request with its path matched. */
    record Request(Matcher path, Map<String, String> query, JsonNode body) {
        String segment(int group) {
            return path.group(group);
        }
    }

    private interface Action {
        Answer answer(Request request);
    }

    private record Route(String method, Pattern path, Action action) { }

    private final VercelWorld world;
    private final List<Route> routes;

    VercelRoutes(VercelWorld world) {
        this.world = world;
        this.routes = List.of(
                route("GET", "/v2/user", _ -> ok(user())),
                route("GET", "/v[67]/deployments", this::list),
                route("GET", "/v13/deployments/([^/]+)", this::deployment),
                route("POST", "/v13/deployments", this::create),
                route("PATCH", "/v12/deployments/([^/]+)/cancel", request ->
                        ok(world.read(s -> json().deployment(world.cancel(request.segment(1)))))),
                route("GET", "/v3/deployments/([^/]+)/events", request ->
                        ok(world.read(s -> json().events(s.deployment(request.segment(1)))))),
                route("GET", "/v(?:9|10)/projects/([^/]+)", this::project),
                route("POST", "/v10/projects/([^/]+)/promote/([^/]+)", this::promote),
                route("POST", "/v[19]/projects/([^/]+)/rollback/([^/]+)", this::rollback),
                route("GET", "/v[19]/projects/([^/]+)/(?:promote|rollback)/aliases", this::aliases),
                route("GET", "/v1/projects/([^/]+)/rolling-release", this::rollingRelease),
                route("GET", "/v1/projects/([^/]+)/rolling-release/config", this::config),
                route("PATCH", "/v1/projects/([^/]+)/rolling-release/config", this::configure),
                route("POST", "/v1/projects/([^/]+)/rolling-release/start", this::start),
                route("POST", "/v1/projects/([^/]+)/rolling-release/approve-stage", this::approve),
                route("POST", "/v1/projects/([^/]+)/rolling-release/complete", this::complete));
    }

    private static Route route(String method, String path, Action action) {
        return new Route(method, Pattern.compile(path), action);
    }

    Answer answer(String method, String path, Map<String, String> query, JsonNode body) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                return route.action().answer(new Request(matcher, query, body));
            }
        }
        throw new VercelRefusal(404, "not_found", "The requested API endpoint was not found.");
    }

    private VercelJson json() {
        return world.read(VercelJson::new);
    }

    private static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    private static JsonNode user() {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("user").put("id", "usr_sandbox").put("username", "release-manager")
                .put("email", "release-manager@example.com");
        return answer;
    }

    private Answer list(Request request) {
        Map<String, String> query = request.query();
        return ok(world.read(state -> {
            int limit = Math.clamp(Integer.parseInt(query.getOrDefault("limit", "20")), 1, 100);
            List<VercelDeployment> found = found(state, query);
            List<VercelDeployment> page = found.stream().limit(limit).toList();
            Optional<Instant> next = found.size() > limit ? Optional.of(page.getLast().createdAt()) : Optional.empty();
            return new VercelJson(state).list(page, next);
        }));
    }

    private static List<VercelDeployment> found(VercelState state, Map<String, String> query) {
        long until = Long.parseLong(query.getOrDefault("until", Long.toString(Long.MAX_VALUE)));
        List<String> states = query.containsKey("state") ? List.of(query.get("state").split(",")) : List.of();
        return state.newestFirst().stream()
                .filter(_ -> Stream.of("projectId", "app").map(query::get).allMatch(p -> p == null || ours(state, p)))
                .filter(deployment -> !query.containsKey("target") || deployment.target().equals(query.get("target")))
                .filter(deployment -> states.isEmpty() || states.contains(deployment.state().name()))
                .filter(deployment -> !"true".equals(query.get("rollbackCandidate")) || state.rollbackCandidate(deployment))
                .filter(deployment -> deployment.createdAt().toEpochMilli() < until).toList();
    }

    private Answer deployment(Request request) {
        return ok(world.read(state -> new VercelJson(state).deployment(state.deployment(request.segment(1)))));
    }

    private Answer create(Request request) {
        JsonNode body = request.body();
        JsonNode source = body.path("gitSource");
        if (!body.path("name").isTextual() || !source.path("ref").isTextual()) {
            throw new VercelRefusal(400, "bad_request", "Invalid request: missing required property `name` or `gitSource.ref`.");
        }
        checkProject(body.path("project").asText(body.path("name").asText()));
        Map<String, String> meta = new TreeMap<>();
        body.path("meta").properties().forEach(entry -> meta.put(entry.getKey(), entry.getValue().asText()));
        return ok(world.read(state -> new VercelJson(state).deployment(world.create(source.path("ref").asText(),
                source.path("sha").asText(""),
                body.path("target").asText(""), meta, body.path("autoAssignCustomDomains").asBoolean(true)))));
    }

    private Answer project(Request request) {
        checkProject(request.segment(1));
        return ok(world.read(state -> new VercelJson(state).project()));
    }

    /** The official document has no request body here, and a strict reader refuses one. */
    private Answer promote(Request request) {
        checkProject(request.segment(1));
        if (!request.body().isMissingNode()) {
            throw new VercelRefusal(400, "bad_request", "Invalid request: should NOT have a body.");
        }
        world.promote(request.segment(2));
        return new Answer(201, com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private Answer rollback(Request request) {
        checkProject(request.segment(1));
        world.rollback(request.segment(2));
        return new Answer(201, com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }

    private Answer aliases(Request request) {
        checkProject(request.segment(1));
        return ok(world.read(state -> new VercelJson(state).failedAliases()));
    }

    private Answer rollingRelease(Request request) {
        checkProject(request.segment(1));
        String wanted = request.query().getOrDefault("state", "");
        return ok(world.read(state -> new VercelJson(state).rollingRelease(
                Optional.ofNullable(state.rolling).filter(release -> wanted.isEmpty()
                        || release.state().name().equals(wanted)))));
    }

    private Answer config(Request request) {
        checkProject(request.segment(1));
        return ok(world.read(state -> new VercelJson(state).config()));
    }

    private Answer configure(Request request) {
        checkProject(request.segment(1));
        world.enableRollingReleases(request.body().path("enabled").asBoolean(true));
        return config(request);
    }

    private Answer start(Request request) {
        return rolling(request, () -> world.startRolling(canary(request)));
    }

    private Answer approve(Request request) {
        return rolling(request, () -> world.approveStage(request.body().path("nextStageIndex").asInt(-1), canary(request)));
    }

    private Answer complete(Request request) {
        return rolling(request, () -> world.completeRolling(canary(request)));
    }

    private Answer rolling(Request request, Runnable action) {
        checkProject(request.segment(1));
        action.run();
        return ok(world.read(state -> new VercelJson(state).rollingRelease(Optional.ofNullable(state.rolling))));
    }

    private static String canary(Request request) {
        JsonNode id = request.body().path("canaryDeploymentId");
        if (!id.isTextual()) {
            throw new VercelRefusal(400, "bad_request", "Invalid request: missing required property `canaryDeploymentId`.");
        }
        return id.asText();
    }

    private void checkProject(String idOrName) {
        if (!world.read(state -> ours(state, idOrName))) {
            throw new VercelRefusal(404, "not_found", "Project not found.");
        }
    }

    private static boolean ours(VercelState state, String idOrName) {
        return idOrName.equals(VercelState.PROJECT) || idOrName.equals(state.projectId);
    }
}
