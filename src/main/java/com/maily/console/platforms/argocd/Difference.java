package com.maily.console.platforms.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * How a live object differs from what Git wants of it, in short phrases. Looks only at fields Git speaks of, without the status.
 */
final class Difference {

    private static final int MOST = 3;

    private final String name;
    private final List<String> phrases = new ArrayList<>();

    private Difference(String name) {
        this.name = name;
    }

    static List<String> between(String name, JsonNode live, JsonNode wanted) {
        Difference difference = new Difference(name);
        wanted.properties().forEach(field -> {
            if (!List.of("status", "metadata").contains(field.getKey())) {
                difference.compare(field.getKey(), live.path(field.getKey()), field.getValue());
            }
        });
        for (String part : List.of("labels", "annotations")) {
            difference.compare(part, live.path("metadata").path(part), wanted.path("metadata").path(part));
        }
        int found = difference.phrases.size();
        return found <= MOST ? difference.phrases : List.of(difference.phrases.getFirst(), difference.phrases.get(1),
                "and " + (found - 2) + " more fields of " + name);
    }

    private void compare(String path, JsonNode live, JsonNode wanted) {
        if (wanted.isObject()) {
            wanted.properties().forEach(field -> compare(path + "." + field.getKey(), live.path(field.getKey()),
                    field.getValue()));
        } else if (wanted.isArray()) {
            for (int i = 0; i < wanted.size(); i++) {
                compare(path + "[" + i + "]", counterpart(live, wanted.get(i), i), wanted.get(i));
            }
        } else if (!wanted.isMissingNode() && !live.asText("").equals(wanted.asText(""))) {
            phrases.add(phrase(path, live, wanted));
        }
    }

    /** Lists of named things are told apart by name, wherever they stand. */
    private static JsonNode counterpart(JsonNode live, JsonNode wanted, int index) {
        String named = wanted.path("name").asText("");
        for (JsonNode one : live) {
            if (!named.isEmpty() && one.path("name").asText("").equals(named)) {
                return one;
            }
        }
        return live.path(index);
    }

    private String phrase(String path, JsonNode live, JsonNode wanted) {
        String field = path.substring(path.lastIndexOf('.') + 1);
        String now = live.isMissingNode() ? "nothing" : shown(field, live);
        return switch (field) {
            case "image" -> name + " runs " + now + ", Git wants " + shown(field, wanted);
            case "replicas" -> name + " has " + now + " replicas, Git wants " + shown(field, wanted);
            default -> name + " has " + path + " " + now + ", Git wants " + shown(field, wanted);
        };
    }

    /** Of an image only what tells versions apart. */
    private static String shown(String field, JsonNode value) {
        String text = value.asText("");
        String brief = field.equals("image") ? text.substring(text.lastIndexOf('/') + 1).replaceFirst("^[^:@]*[:@]", "") : text;
        return brief.length() > 40 ? brief.substring(0, 40) + "…" : brief;
    }
}
