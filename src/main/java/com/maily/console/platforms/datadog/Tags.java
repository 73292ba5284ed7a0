package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** Datadog's {@code ["service:api", "env:production"]}. */
final class Tags {

    private Tags() { }

    /** As labels; of a tag that is there twice the last. */
    static Map<String, String> map(List<String> tags) {
        Map<String, String> labels = new TreeMap<>();
        tags.forEach(tag -> {
            String[] parts = tag.strip().split(":", 2);
            labels.put(parts[0], parts.length > 1 ? parts[1] : "");
        });
        labels.remove("");
        return labels;
    }

    static Map<String, String> map(JsonNode tags) {
        return map(texts(tags));
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(tag -> tag.asText("")).toList();
    }
}
