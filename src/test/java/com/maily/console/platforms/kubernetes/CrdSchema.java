package com.maily.console.platforms.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The schema of a CustomResourceDefinition, as far as the shipped ones use JSON Schema: what a real API server would refuse. */
record CrdSchema(JsonNode schema) {

    static CrdSchema read(String name, String version) {
        try (InputStream in = Objects.requireNonNull(CrdSchema.class.getResourceAsStream("/crd/" + name + ".crd.json"), name)) {
            JsonNode versions = new ObjectMapper().readTree(in).at("/spec/versions");
            return new CrdSchema(elements(versions).filter(each -> each.path("name").asText().equals(version)).findFirst()
                    .orElseThrow().at("/schema/openAPIV3Schema"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is wrong with spec and status, as paths with reasons; metadata is not the schema's business. */
    List<String> wrong(JsonNode object) {
        List<String> wrong = new ArrayList<>();
        for (String part : List.of("spec", "status")) {
            if (object.has(part)) {
                check(part, schema.path("properties").path(part), object.get(part), wrong);
            }
        }
        return wrong;
    }

    private static void check(String path, JsonNode schema, JsonNode value, List<String> wrong) {
        if (!typed(schema, value)) {
            wrong.add(path + " must be of type " + schema.path("type").asText() + ", is " + value);
            return;
        }
        if (schema.has("enum") && elements(schema.get("enum")).noneMatch(value::equals)) {
            wrong.add(path + " must be one of " + schema.get("enum") + ", is " + value);
        }
        if (value.isNumber() && (schema.has("minimum") && value.asDouble() < schema.get("minimum").asDouble()
                || schema.has("maximum") && value.asDouble() > schema.get("maximum").asDouble())) {
            wrong.add(path + " is out of bounds: " + value);
        }
        if (value.isTextual() && schema.has("pattern") && !value.asText().matches(".*(" + schema.get("pattern").asText() + ").*")) {
            wrong.add(path + " does not match " + schema.get("pattern"));
        }
        elements(schema.path("required")).filter(field -> !value.has(field.asText()))
                .forEach(field -> wrong.add(path + "." + field.asText() + " is required"));
        combined(path, schema, value, wrong);
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            check(path + "[" + i + "]", schema.path("items"), value.get(i), wrong);
        }
        if (value.isObject()) {
            fields(path, schema, value, wrong);
        }
    }

    private static void fields(String path, JsonNode schema, JsonNode value, List<String> wrong) {
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode more = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                check(path + "." + field.getKey(), known, field.getValue(), wrong);
            } else if (more.isObject()) {
                check(path + "." + field.getKey(), more, field.getValue(), wrong);
            } else if (schema.has("properties") && !schema.path("x-kubernetes-preserve-unknown-fields").asBoolean() && !more.asBoolean()) {
                wrong.add(path + "." + field.getKey() + " is unknown");
            }
        });
    }

    private static void combined(String path, JsonNode schema, JsonNode value, List<String> wrong) {
        long one = elements(schema.path("oneOf")).filter(each -> fits(each, value)).count();
        if (schema.has("oneOf") && one != 1) {
            wrong.add(path + " fits " + one + " of its alternatives, not one");
        }
        if (schema.has("anyOf") && elements(schema.get("anyOf")).noneMatch(each -> fits(each, value))) {
            wrong.add(path + " fits none of its alternatives");
        }
        if (schema.has("not") && fits(schema.get("not"), value)) {
            wrong.add(path + " is what it must not be");
        }
    }

    /** Alternatives only narrow down; the fields they do not name are described elsewhere. */
    private static boolean fits(JsonNode schema, JsonNode value) {
        boolean required = elements(schema.path("required")).allMatch(field -> value.has(field.asText()));
        boolean any = !schema.has("anyOf") || elements(schema.get("anyOf")).anyMatch(each -> fits(each, value));
        boolean not = !schema.has("not") || !fits(schema.get("not"), value);
        return typed(schema, value) && required && any && not;
    }

    private static boolean typed(JsonNode schema, JsonNode value) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
            return value.isIntegralNumber() || value.isTextual();
        }
        return switch (schema.path("type").asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
