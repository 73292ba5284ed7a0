package com.maily.console.sandbox.alertmanager;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a request; some are repeated. */
record AlertQuery(Map<String, List<String>> values) {

    static AlertQuery of(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                values.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>()).add(decoded(parts[1]));
            }
        }
        return new AlertQuery(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** True unless it says something else; what is no boolean is false. */
    boolean wants(String name) {
        return all(name).stream().allMatch("true"::equals);
    }
}
