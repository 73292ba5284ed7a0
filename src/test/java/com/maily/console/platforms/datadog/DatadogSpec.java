package com.maily.console.platforms.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Datadog's OpenAPI descriptions: says what is wrong with a request or an answer. */
final class DatadogSpec {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> documents = Stream.of("v1", "v2", "v2-more").map(DatadogSpec::read).toList();

    private record Operation(JsonNode document, JsonNode node) { }

    private static JsonNode read(String name) {
        try (InputStream in = Objects.requireNonNull(DatadogSpec.class.getResourceAsStream("/datadog/" + name + ".openapi.json"),
                name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> wrongRequest(String method, String path, String query, String body) {
        Optional<Operation> operation = operation(method, path);
        if (operation.isEmpty()) {
            return List.of(method + " " + path + " is no operation");
        }
        List<String> wrong = new ArrayList<>(parameters(operation.get(), query));
        JsonNode schema = operation.get().node().at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            check(operation.get().document(), "body", schema, parsed(body), wrong);
        }
        return wrong;
    }

    List<String> wrongAnswer(String method, String path, int status, String body) {
        Operation operation = operation(method, path).orElseThrow();
        JsonNode response = resolved(operation.document(), operation.node().path("responses").path(Integer.toString(status)));
        if (response.isMissingNode()) {
            return List.of(method + " " + path + " never answers " + status);
        }
        JsonNode schema = response.at("/content/application~1json/schema");
        List<String> wrong = new ArrayList<>();
        if (!schema.isMissingNode()) {
            check(operation.document(), "answer", schema, parsed(body), wrong);
        }
        return wrong;
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The literal path wins over one with a parameter. */
    private Optional<Operation> operation(String method, String path) {
        return documents.stream().flatMap(document -> document.path("paths").properties().stream()
                        .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]*}", "[^/]+")))
                        .filter(entry -> entry.getValue().has(method.toLowerCase(java.util.Locale.ROOT)))
                        .map(entry -> Map.entry(entry.getKey(), new Operation(document, entry.getValue()
                                .path(method.toLowerCase(java.util.Locale.ROOT))))))
                .min((a, b) -> Boolean.compare(a.getKey().contains("{"), b.getKey().contains("{"))).map(Map.Entry::getValue);
    }

    private static List<String> parameters(Operation operation, String query) {
        Set<String> sent = query.isEmpty() || query.equals("null") ? Set.of() : Arrays.stream(query.split("&"))
                .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8)).collect(Collectors.toSet());
        Set<String> known = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        operation.node().path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                known.add(parameter.path("name").asText());
                if (parameter.path("required").asBoolean() && !sent.contains(parameter.path("name").asText())) {
                    wrong.add("the parameter " + parameter.path("name").asText() + " is required");
                }
            }
        });
        sent.stream().filter(name -> !known.contains(name)).forEach(name -> wrong.add("the parameter " + name + " is unknown"));
        return wrong;
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? resolved(document, document.at(node.path("$ref").asText().substring(1))) : node;
    }

    private static void check(JsonNode document, String path, JsonNode unresolved, JsonNode value, List<String> wrong) {
        JsonNode schema = resolved(document, unresolved);
        if (value.isNull() && (schema.path("nullable").asBoolean() || !schema.has("type"))) {
            return;
        }
        if (schema.has("oneOf")) {
            oneOf(document, path, schema, value, wrong);
            return;
        }
        if (!typed(schema.path("type").asText(), value)) {
            wrong.add(path + " must be of type " + schema.path("type").asText() + ", is " + value);
            return;
        }
        if (schema.has("enum") && elements(schema.get("enum")).noneMatch(value::equals)) {
            wrong.add(path + " must be one of " + schema.get("enum") + ", is " + value);
        }
        if (value.isTextual() && schema.has("maxLength") && value.asText().length() > schema.path("maxLength").asInt()) {
            wrong.add(path + " is too long");
        }
        if (value.isArray() && (value.size() < schema.path("minItems").asInt(0) || value.size() > schema.path("maxItems")
                .asInt(Integer.MAX_VALUE))) {
            wrong.add(path + " has " + value.size() + " items");
        }
        for (int i = 0; value.isArray() && schema.has("items") && i < value.size(); i++) {
            check(document, path + "[" + i + "]", schema.get("items"), value.get(i), wrong);
        }
        if (value.isObject()) {
            fields(document, path, schema, value, wrong);
        }
    }

    private static void oneOf(JsonNode document, String path, JsonNode schema, JsonNode value, List<String> wrong) {
        boolean fits = elements(schema.get("oneOf")).anyMatch(each -> {
            List<String> inside = new ArrayList<>();
            check(document, path, each, value, inside);
            return inside.isEmpty();
        });
        if (!fits) {
            wrong.add(path + " fits none of its alternatives");
        }
    }

    private static void fields(JsonNode document, String path, JsonNode schema, JsonNode value, List<String> wrong) {
        elements(schema.path("required")).filter(field -> !value.has(field.asText()))
                .forEach(field -> wrong.add(path + "." + field.asText() + " is required"));
        value.properties().forEach(field -> {
            JsonNode known = schema.path("properties").path(field.getKey());
            JsonNode more = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                check(document, path + "." + field.getKey(), known, field.getValue(), wrong);
            } else if (more.isObject()) {
                check(document, path + "." + field.getKey(), more, field.getValue(), wrong);
            } else if (schema.has("properties") && !more.asBoolean() && !TOLD_BESIDE.contains(field.getKey())) {
                wrong.add(path + "." + field.getKey() + " is unknown");
            }
        });
    }

    /** What the real one sends though its description leaves it out. */
    private static final Set<String> TOLD_BESIDE = Set.of("id", "resp_version");

    private static boolean typed(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
