package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Argo CD's REST API as calls of an {@link ArgoWorld}; what it cannot do is thrown as {@link ArgoRefusal}. */
final class ArgoRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPLICATIONS = "/api/v1/applications";
    private static final List<String> ACTIONS = List.of("get", "create", "update", "delete", "sync", "override",
            "action", "invoke");

    private final ArgoWorld world;

    ArgoRoutes(ArgoWorld world) {
        this.world = world;
    }

    JsonNode answer(String method, String path, Map<String, String> query, JsonNode body) {
        return world.clock().locked(() -> {
            if (world.isDown()) {
                throw ArgoRefusal.unavailable("connection error");
            }
            if (path.startsWith(APPLICATIONS + "/")) {
                String[] parts = path.substring(APPLICATIONS.length() + 1).split("/", 2);
                return one(method, parts[0], parts.length > 1 ? parts[1] : "", query, body);
            }
            return switch (path) {
                case APPLICATIONS -> list(query);
                case "/api/version" -> object().put("Version", "v3.5.1+sandbox");
                case "/api/v1/session/userinfo" -> object().put("loggedIn", true).put("username", "admin").put("iss", "argocd");
                default -> canI(path);
            };
        });
    }

    private JsonNode canI(String path) {
        String start = "/api/v1/account/can-i/applications/";
        if (!path.startsWith(start)) {
            throw new UnknownPath();
        }
        String action = path.substring(start.length()).split("/", 2)[0];
        if (!ACTIONS.contains(action)) {
            throw ArgoRefusal.invalid("[" + String.join(" ", ACTIONS) + "] does not contain " + action);
        }
        return object().put("value", world.may(action) ? "yes" : "no");
    }

    /** Said in plain text, as the real one does. */
    static final class UnknownPath extends RuntimeException {
        UnknownPath() {
            super("Not Found");
        }
    }

    private JsonNode list(Map<String, String> query) {
        ObjectNode answer = object();
        answer.putObject("metadata").put("resourceVersion", Long.toString(world.cluster().version()));
        String project = query.getOrDefault("projects", ArgoApplication.PROJECT);
        if (!project.equals(ArgoApplication.PROJECT) || query.containsKey("selector")) {
            return answer.putNull("items");
        }
        world.applications().forEach(application -> answer.withArray("/items").add(ArgoJson.application(application.view())));
        return query.containsKey("fields") ? Fields.only(answer, query.get("fields")) : answer;
    }

    private JsonNode one(String method, String name, String rest, Map<String, String> query, JsonNode body) {
        String project = method.equals("GET") || method.equals("DELETE") ? query.getOrDefault("project", "")
                : body.path("project").asText("");
        ArgoApplication application = visible(name, project);
        return switch (method + " " + rest) {
            case "GET " -> {
                if (query.containsKey("refresh")) {
                    application.compare();
                }
                yield ArgoJson.application(application.view());
            }
            case "GET managed-resources" -> ArgoJson.managed(application);
            case "GET resource-tree" -> ArgoJson.tree(application, world.cluster());
            case "GET manifests" -> ArgoJson.manifests(application, query.getOrDefault("revision", ""));
            case "GET syncwindows" -> application.windowClosed() ? object() : object().put("canSync", true);
            case "PATCH " -> changed(application, "update", () -> application.patch(parsed(body.path("patch").asText(""))));
            case "POST sync" -> changed(application, "sync", () -> application.sync(body));
            case "POST rollback" -> changed(application, "sync", () -> application.rollBack(withNumber(body)));
            case "DELETE operation" -> {
                changed(application, "sync", application::terminate);
                yield object();
            }
            default -> throw new UnknownPath();
        };
    }

    /** Without a project an application that is not there cannot be told from one that is not allowed. */
    private ArgoApplication visible(String name, String project) {
        boolean there = world.names().contains(name);
        if (!there && project.isEmpty() || there && !project.isEmpty() && !project.equals(ArgoApplication.PROJECT)) {
            throw ArgoRefusal.denied("permission denied");
        }
        return world.required(name);
    }

    private JsonNode changed(ArgoApplication application, String right, Runnable change) {
        if (!world.may(right)) {
            throw ArgoRefusal.denied("permission denied: applications, " + right + ", " + ArgoApplication.PROJECT + "/"
                    + application.name());
        }
        change.run();
        return ArgoJson.application(application.view());
    }

    private static JsonNode withNumber(JsonNode body) {
        if (body.path("id").isTextual()) {
            throw ArgoRefusal.invalid("json: cannot unmarshal string into Go struct field ApplicationRollbackRequest.id of type int64");
        }
        return body;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw ArgoRefusal.invalid("error decoding patch: " + e.getOriginalMessage());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
