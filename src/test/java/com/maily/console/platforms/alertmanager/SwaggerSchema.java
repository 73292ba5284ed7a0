package com.maily.console.platforms.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Holds values against a definition of Alertmanager's specification; knows as much of Swagger 2 as is used there. */
record SwaggerSchema(JsonNode document, String definition) {

    static SwaggerSchema of(String definition) throws IOException {
        return new SwaggerSchema(new ObjectMapper().readTree(Objects.requireNonNull(
                SwaggerSchema.class.getResourceAsStream("/alertmanager/v2.swagger.json"))), definition);
    }

    /** What is wrong, each with its place; empty for a value that fits. */
    List<String> faults(JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(document.at("/definitions/" + definition), value, "$", faults);
        return faults;
    }

    private void check(JsonNode given, JsonNode value, String at, List<String> faults) {
        JsonNode schema = given.has("$ref") ? document.at(given.path("$ref").asText().substring(1)) : given;
        schema.path("allOf").forEach(part -> check(part, value, at, faults));
        if (!fits(schema.path("type").asText(""), value)) {
            faults.add(at + " is no " + schema.path("type").asText());
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + "." + name.asText() + " is missing");
            }
        });
        if (schema.has("enum") && !schema.path("enum").toString().contains(value.toString())) {
            faults.add(at + " is " + value);
        }
        schema.path("properties").properties().stream().filter(one -> value.has(one.getKey()))
                .forEach(one -> check(one.getValue(), value.path(one.getKey()), at + "." + one.getKey(), faults));
        if (value.isArray() && value.size() < schema.path("minItems").asInt(0)) {
            faults.add(at + " has too few items");
        }
        value.forEach(item -> {
            if (value.isArray() && schema.has("items")) {
                check(schema.path("items"), item, at + "[]", faults);
            }
        });
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }
}
