package com.maily.console.platforms.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The shapes of AWS's query protocol: what an exchange holds that the real service would not know. */
final class AwsShapes {

    private final JsonNode model;

    AwsShapes() {
        try (InputStream in = Objects.requireNonNull(AwsShapes.class.getResourceAsStream("/aws/elbv2.subset.json"))) {
            model = new ObjectMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is wrong with one answered request, as paths with reasons. */
    List<String> wrong(String form, String xml) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> fields = new TreeMap<>();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        }
        String action = fields.remove("Action");
        fields.remove("Version");
        JsonNode operation = model.path("operations").path(action);
        if (operation.isMissingNode()) {
            return List.of(action + " is unknown");
        }
        fields.forEach((path, value) -> field(action, operation.path("input"), List.of(path.split("\\.")), value, wrong));
        StreamSupport.stream(operation.at("/input/required").spliterator(), false).map(JsonNode::asText)
                .filter(name -> fields.keySet().stream().noneMatch(path -> path.equals(name) || path.startsWith(name + ".")))
                .forEach(name -> wrong.add(action + "." + name + " is required"));
        element(action + "Result", operation.path("output"), child(document(xml), action + "Result"), wrong);
        return wrong;
    }

    private JsonNode shape(JsonNode reference) {
        return reference.has("shape") ? model.path("shapes").path(reference.path("shape").asText()) : reference;
    }

    private void field(String path, JsonNode reference, List<String> rest, String value, List<String> wrong) {
        JsonNode shape = shape(reference);
        if (rest.isEmpty()) {
            text(path, shape, value, wrong);
        } else if (shape.path("type").asText().equals("list")) {
            if (rest.size() < 2 || !rest.get(0).equals("member") || !rest.get(1).matches("[1-9]\\d*")) {
                wrong.add(path + " is a list, not " + rest);
            } else {
                field(path + "[" + rest.get(1) + "]", shape.path("member"), rest.subList(2, rest.size()), value, wrong);
            }
        } else if (!shape.path("members").has(rest.getFirst())) {
            wrong.add(path + "." + rest.getFirst() + " is unknown");
        } else {
            field(path + "." + rest.getFirst(), shape.path("members").path(rest.getFirst()), rest.subList(1, rest.size()), value,
                    wrong);
        }
    }

    private void element(String path, JsonNode reference, Element element, List<String> wrong) {
        JsonNode shape = shape(reference);
        switch (shape.path("type").asText()) {
            case "structure" -> {
                for (Element member : children(element).toList()) {
                    JsonNode known = shape.path("members").path(member.getTagName());
                    if (known.isMissingNode()) {
                        wrong.add(path + "." + member.getTagName() + " is unknown");
                    } else {
                        element(path + "." + member.getTagName(), known, member, wrong);
                    }
                }
                StreamSupport.stream(shape.path("required").spliterator(), false).map(JsonNode::asText)
                        .filter(name -> children(element).noneMatch(member -> member.getTagName().equals(name)))
                        .forEach(name -> wrong.add(path + "." + name + " is required"));
            }
            case "list" -> children(element).forEach(member -> {
                if (member.getTagName().equals("member")) {
                    element(path + "[]", shape.path("member"), member, wrong);
                } else {
                    wrong.add(path + "." + member.getTagName() + " is no member of a list");
                }
            });
            default -> text(path, shape, element.getTextContent(), wrong);
        }
    }

    private static void text(String path, JsonNode shape, String value, List<String> wrong) {
        boolean fits = switch (shape.path("type").asText("string")) {
            case "integer", "long" -> value.matches("-?\\d+");
            case "boolean" -> value.equals("true") || value.equals("false");
            case "structure", "list" -> false;
            default -> true;
        };
        if (!fits) {
            wrong.add(path + " must be of type " + shape.path("type").asText() + ", is " + value);
        }
    }

    private static Element document(String xml) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        } catch (Exception broken) {
            throw new AssertionError("The answer is not XML: " + xml, broken);
        }
    }

    private static Element child(Element element, String name) {
        return children(element).filter(each -> each.getTagName().equals(name)).findFirst().orElseThrow();
    }

    private static Stream<Element> children(Element element) {
        return IntStream.range(0, element.getChildNodes().getLength()).mapToObj(element.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE).map(Element.class::cast);
    }
}
