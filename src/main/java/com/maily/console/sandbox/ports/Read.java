package com.maily.console.sandbox.ports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.maily.console.core.port.Compute;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Short ways to what stands in an API object. */
final class Read {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build());
    private static final Pattern QUANTITY = Pattern.compile("([0-9.]+)([a-zA-Z]*)");

    private Read() { }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Text that is known to be JSON: literals of this program. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + text, e);
        }
    }

    static JsonNode at(JsonNode node, String... path) {
        JsonNode here = node;
        for (String step : path) {
            here = here.path(step);
        }
        return here;
    }

    static String text(JsonNode node, String... path) {
        return at(node, path).asText("");
    }

    static int number(JsonNode node, String... path) {
        return at(node, path).asInt(0);
    }

    static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String yaml(JsonNode node) {
        try {
            return YAML.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as YAML: " + node, e);
        }
    }

    static Map<String, String> strings(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }

    static String name(JsonNode object) {
        return text(object, "metadata", "name");
    }

    static String uid(JsonNode object) {
        return text(object, "metadata", "uid");
    }

    static String annotation(JsonNode object, String key) {
        return text(object, "metadata", "annotations", key);
    }

    static Map<String, String> labels(JsonNode object) {
        return strings(at(object, "metadata", "labels"));
    }

    static int replicas(JsonNode deployment) {
        return number(deployment, "spec", "replicas");
    }

    static int ready(JsonNode workload) {
        return number(workload, "status", "readyReplicas");
    }

    /** The container that is the component itself: in the sandbox's world it is named like the target. */
    static JsonNode container(JsonNode podSpec, String target) {
        JsonNode containers = podSpec.path("containers");
        return items(containers).filter(container -> text(container, "name").equals(target)).findFirst()
                .orElse(containers.path(0));
    }

    static String tag(String image) {
        String name = image.split("@", 2)[0];
        return name.substring(name.lastIndexOf(':') + 1);
    }

    /** Quantities as the API writes them: {@code 250m}, {@code 3812n}, {@code 512Mi}. */
    static Compute compute(JsonNode amounts) {
        return new Compute((long) Math.ceil(quantity(text(amounts, "cpu")) * 1000),
                (long) Math.ceil(quantity(text(amounts, "memory"))));
    }

    private static double quantity(String text) {
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches()) {
            return 0;
        }
        double factor = switch (parts.group(2)) {
            case "n" -> 1e-9;
            case "u" -> 1e-6;
            case "m" -> 1e-3;
            case "Ki" -> 1L << 10;
            case "Mi" -> 1L << 20;
            case "Gi" -> 1L << 30;
            default -> 1;
        };
        return Double.parseDouble(parts.group(1)) * factor;
    }

    /** Who wrote a field last; empty when nobody is recorded. */
    static String owner(JsonNode object, String... path) {
        String[] fields = Arrays.stream(path).map(step -> "f:" + step).toArray(String[]::new);
        return items(at(object, "metadata", "managedFields")).filter(entry -> !at(entry.path("fieldsV1"), fields).isMissingNode())
                .max(Comparator.comparing(entry -> text(entry, "time"))).map(entry -> text(entry, "manager"))
                        .orElse("");
    }

    /** A template without what a ReplicaSet adds to it. */
    static JsonNode withoutHash(JsonNode template) {
        JsonNode copy = template.deepCopy();
        if (copy.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove("pod-template-hash");
        }
        return copy;
    }
}
