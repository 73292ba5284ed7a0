package com.maily.console.platforms.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Holds values against the schemas of the query API's specification; knows as much of JSON Schema as is used there. */
record SpecSchema(JsonNode schema) {

    static JsonNode document() throws IOException {
        return new ObjectMapper().readTree(Objects.requireNonNull(SpecSchema.class.getResourceAsStream("/prometheus/query.openapi.json")));
    }

    static SpecSchema answer(JsonNode operation) {
        return new SpecSchema(operation.at("/responses/200/content/application~1json/schema"));
    }

    static SpecSchema form(JsonNode operation) {
        return new SpecSchema(operation.at("/requestBody/content/application~1x-www-form-urlencoded/schema"));
    }

    /** What is wrong, each with its place; empty for a value that fits. */
    List<String> faults(JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(schema, value, "$", faults);
        return faults;
    }

    private static void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("oneOf")) {
            boolean fits = StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                    .anyMatch(one -> new SpecSchema(one).faults(value).isEmpty());
            if (!fits) {
                faults.add(at + " fits none of the forms");
            }
            return;
        }
        if (!ofType(schema.path("type").asText(""), value)) {
            faults.add(at + " is no " + schema.path("type").asText());
            return;
        }
        if (schema.has("enum") && StreamSupport.stream(schema.path("enum").spliterator(), false).noneMatch(value::equals)) {
            faults.add(at + " is " + value);
        }
        members(schema, value, at, faults);
        int size = value.size();
        if (value.isArray() && (size < schema.path("minItems").asInt(0) || size > schema.path("maxItems").asInt(size))) {
            faults.add(at + " has " + size + " items");
        }
        if (value.isArray()) {
            value.forEach(item -> check(schema.path("items"), item, at + "[]", faults));
        }
    }

    private static void members(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + " lacks " + name.asText());
            }
        });
        value.properties().forEach(member -> {
            JsonNode more = schema.path("additionalProperties");
            JsonNode known = schema.path("properties").path(member.getKey());
            if (known.isMissingNode() && more.isBoolean() && !more.asBoolean()) {
                faults.add(at + " has " + member.getKey());
            }
            check(known.isMissingNode() && more.isObject() ? more : known, member.getValue(), at + "." + member.getKey(), faults);
        });
    }

    private static boolean ofType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }
}
