package com.maily.console.sandbox.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.maily.console.sandbox.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code _search} API of Elasticsearch and OpenSearch over the sandbox's logs, index {@code logs-maily-ENVIRONMENT-*}; and,
 * for whoever follows a trace, a page of the lines that carry it.
 */
public final class LogsFace implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEARCH = Pattern.compile("/([^/]+)/_search");
    private static final Pattern TRACE = Pattern.compile("/traces/([a-z]+)/trace/([0-9a-f]{32})");
    private static final Pattern TRACES = Pattern.compile("/traces/([a-z]+)/search\\?service=([a-z0-9-]+).*");

    private final SearchApi search;
    private final TracePage traces;
    private final String key;
    private final LoopbackServer server;

    /** Listens at once. @param key what clients must send as {@code Authorization: ApiKey …} */
    public LogsFace(LogWorld world, String key) {
        this.search = new SearchApi(world);
        this.traces = new TracePage(world);
        this.key = key;
        this.server = new LoopbackServer("logs", this::handle);
    }

    /** The base address, without a slash at the end. */
    public URI address() {
        return server.address();
    }

    /** Where the traces of one environment are shown. */
    public URI traces(String environment) {
        return URI.create(server.address() + "/traces/" + environment);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher trace = TRACE.matcher(path);
            if (trace.matches()) {
                send(exchange, 200, "text/plain; charset=utf-8", traces.of(trace.group(1), trace.group(2)));
                return;
            }
            Matcher found = TRACES.matcher(exchange.getRequestURI().toString());
            if (found.matches()) {
                send(exchange, 200, "text/plain; charset=utf-8", traces.search(found.group(1), found.group(2)));
                return;
            }
            SearchApi.Reply reply = answer(exchange, SEARCH.matcher(path));
            send(exchange, reply.status(), "application/json; charset=UTF-8", JSON.writeValueAsString(reply.body()));
        }
    }

    private SearchApi.Reply answer(HttpExchange exchange, Matcher index) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
        if (!authorization.equals("ApiKey " + key)) {
            return SearchApi.refused(401, "security_exception", authorization.isEmpty()
                    ? "missing authentication credentials for REST request" : "unable to authenticate with provided credentials");
        }
        if (!index.matches()) {
            return SearchApi.refused(400, "illegal_argument_exception", "no handler found for uri [" + exchange.getRequestURI()
                    + "]");
        }
        try {
            JsonNode question = JSON.readTree(body);
            return search.answer(index.group(1), question);
        } catch (JsonProcessingException e) {
            return SearchApi.refused(400, "parsing_exception", "the body is not JSON");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
