package com.maily.console.platforms.grafana;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A mark on dashboards.
 *
 * @param until the same as {@code from} for a moment, later for a region
 */
record Annotation(long id, Instant from, Instant until, String text, List<String> tags) {

    static Annotation of(JsonNode json) {
        List<String> tags = new ArrayList<>();
        json.path("tags").forEach(tag -> tags.add(tag.asText()));
        long from = json.path("time").asLong();
        return new Annotation(json.path("id").asLong(), Instant.ofEpochMilli(from),
                Instant.ofEpochMilli(Math.max(from, json.path("timeEnd").asLong())), json.path("text").asText(""), tags);
    }

    boolean saysTheSame(Annotation other) {
        return from.equals(other.from) && until.equals(other.until) && text.equals(other.text)
                && Set.copyOf(tags).equals(Set.copyOf(other.tags));
    }
}
