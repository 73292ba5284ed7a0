package com.maily.console.platforms.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.core.port.Mutes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A silence.
 *
 * @param id    empty for one that is not made yet; an update may answer with another
 * @param state {@code active}, {@code pending} or {@code expired}
 */
record Silence(String id, String state, List<Matcher> matchers, Instant from, Instant until, String by, String comment) {

    static Silence of(JsonNode json) {
        List<Matcher> matchers = new ArrayList<>();
        json.path("matchers").forEach(one -> matchers.add(Matcher.of(one)));
        return new Silence(json.path("id").asText(""), json.path("status").path("state").asText(""), matchers,
                Times.of(json.path("startsAt")), Times.of(json.path("endsAt")), json.path("createdBy").asText(""),
                json.path("comment").asText(""));
    }

    ObjectNode json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!id.isEmpty()) {
            body.put("id", id);
        }
        matchers.forEach(matcher -> body.withArray("matchers").add(matcher.json()));
        return body.put("startsAt", from.toString()).put("endsAt", until.toString()).put("createdBy", by).put("comment", comment);
    }

    boolean expired() {
        return state.equals("expired");
    }

    Mutes.Mute mute() {
        return new Mutes.Mute(id, from, until, comment);
    }
}
