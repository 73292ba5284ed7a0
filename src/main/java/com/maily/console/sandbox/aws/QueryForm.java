package com.maily.console.sandbox.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The form of AWS's query protocol as a tree: {@code Actions.member.1.Type=forward} is the type of the first action. */
final class QueryForm {

    private static final String LIST = "member";

    private QueryForm() { }

    static ObjectNode parse(String form) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (String pair : form.split("&")) {
            String[] parts = pair.split("=", 2);
            put(root, List.of(decoded(parts[0]).split("\\.")), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return root;
    }

    private static void put(ObjectNode node, List<String> path, String value) {
        String name = path.getFirst();
        if (path.size() == 1) {
            node.put(name, value);
        } else if (path.get(1).equals(LIST) && path.size() > 2) {
            put(node.withArray("/" + name), path.subList(2, path.size()), value);
        } else {
            put(node.withObject("/" + name), path.subList(1, path.size()), value);
        }
    }

    /** @param path begins with the place in the list, counted from one */
    private static void put(ArrayNode list, List<String> path, String value) {
        int index = place(path.getFirst());
        if (path.size() == 1) {
            list.add(value);
            return;
        }
        while (list.size() < index) {
            list.addObject();
        }
        put((ObjectNode) list.get(index - 1), path.subList(1, path.size()), value);
    }

    private static int place(String number) {
        if (!number.matches("[1-9]\\d{0,2}")) {
            throw new AwsRefusal(400, "MalformedInput", "Key has a place in a list that is no number: " + number);
        }
        return Integer.parseInt(number);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
