package com.maily.console.platforms.alertmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One condition on an alert's labels, as Alertmanager writes it: {@code environment="production"}, {@code team!~"web|ops"}. */
record Matcher(String name, String value, boolean isRegex, boolean isEqual) {

    private static final Pattern ONE = Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_]*)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");

    /** Reads several, divided by commas. @throws FailureException {@code Rejected} when they cannot be read */
    static List<Matcher> list(String text) {
        List<Matcher> matchers = new ArrayList<>();
        java.util.regex.Matcher found = ONE.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!found.region(at, text.length()).lookingAt() || found.end() < text.length() && text.charAt(found.end()) != ',') {
                throw new FailureException(new Failure.Rejected("The alertmanager connection is not usable",
                        "matchers is '" + text + "'.", "Write label=\"value\", =~, != or !~, divided by commas."));
            }
            String operator = found.group(2);
            matchers.add(new Matcher(found.group(1), found.group(3).replaceAll("\\\\(.)", "$1"), operator.endsWith("~"),
                    operator.startsWith("=")));
            at = found.end() + 1;
        }
        return matchers;
    }

    /** Whether it accepts an alert with these labels; one that is absent is empty. */
    boolean accepts(Map<String, String> labels) {
        String label = labels.getOrDefault(name, "");
        return (isRegex ? Pattern.matches("(?s)(?:" + value + ")", label) : label.equals(value)) == isEqual;
    }

    JsonNode json() {
        return JsonNodeFactory.instance.objectNode().put("name", name).put("value", value).put("isRegex", isRegex)
                .put("isEqual", isEqual);
    }

    static Matcher of(JsonNode json) {
        return new Matcher(json.path("name").asText(""), json.path("value").asText(""), json.path("isRegex").asBoolean(false),
                json.path("isEqual").asBoolean(true));
    }

    @Override
    public String toString() {
        String operator = (isEqual ? "=" : "!") + (isRegex ? "~" : isEqual ? "" : "=");
        return name + operator + '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
