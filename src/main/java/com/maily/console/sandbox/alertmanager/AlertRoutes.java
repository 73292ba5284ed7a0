package com.maily.console.sandbox.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What each path of the API answers. */
final class AlertRoutes {

    private static final String API = "/api/v2";
    private static final String SILENCE = API + "/silence/";

    private final AlertWorld world;
    private final URI prometheus;

    AlertRoutes(AlertWorld world, URI prometheus) {
        this.world = world;
        this.prometheus = prometheus;
    }

    AlertAnswer answer(String method, String path, AlertQuery query, JsonNode body) {
        return switch (method + " " + path) {
            case "GET " + API + "/status" -> AlertAnswer.json(AlertJson.status(world.now()));
            case "GET " + API + "/receivers" -> AlertAnswer.json(AlertJson.receivers());
            case "GET " + API + "/alerts" -> alerts(query);
            case "GET " + API + "/silences" -> silences(query);
            case "POST " + API + "/silences" -> SilenceForm.post(world, body);
            case "GET /-/ready", "GET /-/healthy" -> AlertAnswer.text(200, "OK");
            default -> path.startsWith(SILENCE) ? silence(method, path.substring(SILENCE.length()))
                    : AlertAnswer.refusal(404, 404, "path " + path + " was not found");
        };
    }

    private AlertAnswer alerts(AlertQuery query) {
        List<Optional<SilenceMatcher>> filters = query.all("filter").stream().map(SilenceMatcher::read).toList();
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).isEmpty()) {
                return AlertAnswer.refusal(400, "bad matcher format: " + query.all("filter").get(i));
            }
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Stream<RaisedAlert> fitting = world.alerts().stream()
                .filter(alert -> filters.stream().flatMap(Optional::stream).allMatch(filter -> filter.accepts(alert.labels())));
        fitting.forEach(alert -> {
            List<String> mutedBy = world.mutedBy(alert);
            if (query.wants(mutedBy.isEmpty() ? "active" : "silenced")) {
                list.add(AlertJson.alert(alert, mutedBy, prometheus));
            }
        });
        return AlertAnswer.json(list);
    }

    private AlertAnswer silences(AlertQuery query) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        world.silences().stream().filter(silence -> query.wants(silence.state(world.now())))
                .forEach(silence -> list.add(AlertJson.silence(silence, world.now())));
        return AlertAnswer.json(list);
    }

    private AlertAnswer silence(String method, String id) {
        if (!isUuid(id)) {
            return AlertAnswer.refusal(422, 601, "silenceID in path must be of type uuid: \"" + id + "\"");
        }
        return switch (method) {
            case "GET" -> world.silence(id).map(silence -> AlertAnswer.json(AlertJson.silence(silence, world.now())))
                    .orElse(AlertAnswer.empty(404));
            case "DELETE" -> world.expire(id) ? AlertAnswer.empty(200) : AlertAnswer.refusal(500, "silence not found");
            default -> AlertAnswer.refusal(405, 405, "method " + method + " is not allowed, but [DELETE,GET] are");
        };
    }

    static boolean isUuid(String id) {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
