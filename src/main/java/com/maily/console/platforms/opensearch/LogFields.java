package com.maily.console.platforms.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.maily.console.core.model.Region;
import java.util.List;
import java.util.Map;

/**
 * What the fields of a log line are called in an index; the Elastic Common Schema's names unless set otherwise.
 *
 * @param services what components are called there, where it differs
 */
record LogFields(String timestamp, String message, String level, String service, String trace, Map<String, String> services) {

    private static final String SERVICE = "service.";

    static LogFields of(Map<String, String> settings) {
        return new LogFields(settings.getOrDefault("field.timestamp", "@timestamp"),
                settings.getOrDefault("field.message", "message"), settings.getOrDefault("field.level", "log.level"),
                settings.getOrDefault("field.service", "service.name"), settings.getOrDefault("field.trace", "trace.id"),
                settings);
    }

    List<String> all() {
        return List.of(timestamp, message, level, service, trace);
    }

    /** A component of one region writes under the same name as the others. */
    String serviceOf(String component) {
        String base = Region.baseOf(component);
        return services.getOrDefault(SERVICE + base, base);
    }

    /** The component behind a service's name. */
    String componentOf(String name) {
        return services.entrySet().stream().filter(each -> each.getKey().startsWith(SERVICE) && each.getValue().equals(name))
                .map(each -> each.getKey().substring(SERVICE.length())).findFirst().orElse(name);
    }

    /** Shippers write {@code log.level} as one key or as a key within another; both are the same field. */
    static String text(JsonNode source, String field) {
        JsonNode found = source.path(field);
        JsonNode node = source;
        if (found.isMissingNode()) {
            for (String part : field.split("\\.")) {
                node = node.path(part);
            }
            found = node;
        }
        return found.isArray() ? found.path(0).asText("") : found.asText("");
    }
}
