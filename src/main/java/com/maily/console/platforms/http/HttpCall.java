package com.maily.console.platforms.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request as data: what is asked, without where and as whom.
 *
 * @param path below the client's base address, with a leading slash and segments already escaped
 */
public record HttpCall(String method, String path, Map<String, String> query, Content content) {

    /** What is sent in the body. */
    public sealed interface Content {
        record Empty() implements Content { }
        record Json(JsonNode value) implements Content { }
        record Form(Map<String, String> fields) implements Content { }
    }

    public HttpCall {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    public static HttpCall get(String path) {
        return new HttpCall("GET", path, Map.of(), new Content.Empty());
    }

    /** A POST without a body. */
    public static HttpCall post(String path) {
        return new HttpCall("POST", path, Map.of(), new Content.Empty());
    }

    public HttpCall json(JsonNode value) {
        return new HttpCall(method, path, query, new Content.Json(value));
    }

    public HttpCall form(Map<String, String> fields) {
        return new HttpCall(method, path, query, new Content.Form(fields));
    }

    public HttpCall method(String other) {
        return new HttpCall(other, path, query, content);
    }

    /** Adds a query parameter; an empty value leaves it out. */
    public HttpCall with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(query);
        more.put(name, value);
        return new HttpCall(method, path, more, content);
    }

    /** Escapes one path segment. */
    public static String segment(String text) {
        return escaped(text).replace("+", "%20");
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
