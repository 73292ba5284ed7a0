package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Picks objects by their labels, in both of the API's ways of writing it: a query string and {@code spec.selector}. */
final class LabelSelector implements Predicate<Map<String, String>> {

    private static final String NAME = "[A-Za-z0-9][-A-Za-z0-9_./]*";
    private static final Pattern SET = Pattern.compile("(" + NAME + ")\\s+(in|notin)\\s+\\(([^)]*)\\)");
    private static final Pattern EQUAL = Pattern.compile("(" + NAME + ")\\s*(==|=|!=)\\s*([^=!,\\s]*)");
    private static final Pattern EXISTS = Pattern.compile("(!?)\\s*(" + NAME + ")");
    private static final Pattern VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");

    private final List<Predicate<Map<String, String>>> requirements;

    private LabelSelector(List<Predicate<Map<String, String>>> requirements) {
        this.requirements = requirements;
    }

    /** @throws ApiError 400 when it cannot be read */
    static LabelSelector parse(String text) {
        List<Predicate<Map<String, String>>> requirements = new ArrayList<>();
        for (String part : split(text)) {
            requirements.add(requirement(part.strip()));
        }
        return new LabelSelector(requirements);
    }

    /** The selector of a workload's spec: matchLabels and matchExpressions. */
    static LabelSelector of(JsonNode selector) {
        List<Predicate<Map<String, String>>> requirements = new ArrayList<>();
        Json.strings(selector.path("matchLabels")).forEach((name, value) -> requirements.add(in(name, Set.of(value))));
        selector.path("matchExpressions").forEach(expression -> requirements.add(expression(expression)));
        return new LabelSelector(requirements);
    }

    /** How the scale subresource and kubectl write a selector: {@code a=b,c=d}. */
    static String format(JsonNode selector) {
        JsonNode labels = selector.has("matchLabels") ? selector.path("matchLabels") : selector;
        return Json.strings(labels).entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(","));
    }

    @Override
    public boolean test(Map<String, String> labels) {
        return requirements.stream().allMatch(requirement -> requirement.test(labels));
    }

    private static Predicate<Map<String, String>> expression(JsonNode node) {
        String name = Json.text(node, "key");
        Set<String> values = Json.items(node.path("values")).map(JsonNode::asText).collect(Collectors.toSet());
        return switch (Json.text(node, "operator")) {
            case "In" -> in(name, values);
            case "NotIn" -> in(name, values).negate();
            case "Exists" -> labels -> labels.containsKey(name);
            default -> labels -> !labels.containsKey(name);
        };
    }

    private static Predicate<Map<String, String>> requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            Set<String> values = new TreeSet<>(List.of(set.group(3).strip().split("\\s*,\\s*")));
            return set.group(2).equals("in") ? in(set.group(1), values) : in(set.group(1), values).negate();
        }
        Matcher equal = EQUAL.matcher(part);
        if (equal.matches()) {
            Predicate<Map<String, String>> same = in(equal.group(1), Set.of(valid(equal.group(1), equal.group(3))));
            return equal.group(2).equals("!=") ? same.negate() : same;
        }
        Matcher exists = EXISTS.matcher(part);
        if (exists.matches()) {
            return exists.group(1).isEmpty() ? l -> l.containsKey(exists.group(2)) : l -> !l.containsKey(exists.group(2));
        }
        if (EQUAL.matcher(part).lookingAt()) {
            Matcher value = Pattern.compile("(" + NAME + ")=(\\S*[!]\\S*)").matcher(part);
            if (value.matches()) {
                valid(value.group(1), value.group(2));
            }
        }
        throw ApiError.badRequest("found '=', expected: ',' or 'end of string'");
    }

    private static String valid(String name, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw ApiError.badRequest("unable to parse requirement: values[0][" + name + "]: Invalid value: \"" + value
                    + "\": a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and "
                    + "must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex "
                    + "used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
        }
        return value;
    }

    private static Predicate<Map<String, String>> in(String name, Set<String> values) {
        return labels -> labels.containsKey(name) && values.contains(labels.get(name));
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        parts.removeIf(String::isBlank);
        return parts;
    }
}
