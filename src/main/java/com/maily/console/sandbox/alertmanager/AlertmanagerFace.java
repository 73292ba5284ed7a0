package com.maily.console.sandbox.alertmanager;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.maily.console.sandbox.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Alertmanager's API v2 over an {@link AlertWorld}, on a loopback port, as version 0.25 answers. */
public final class AlertmanagerFace implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AlertRoutes routes;
    private final LoopbackServer server;
    private final List<Consumer<String>> writes = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** Listens at once. @param prometheus where alerts say they come from */
    public AlertmanagerFace(AlertWorld world, URI prometheus) {
        this.routes = new AlertRoutes(world, prometheus);
        this.server = new LoopbackServer("Alertmanager", this::handle);
    }

    public URI address() {
        return server.address();
    }

    /** Answers nothing but 503 from now on, or answers again. */
    public void away(boolean gone) {
        away = gone;
    }

    /** Tells {@code listener} of each request for a change as it arrives: method and path. */
    public void onWrite(Consumer<String> listener) {
        writes.add(listener);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            URI uri = exchange.getRequestURI();
            if (!method.equals("GET")) {
                writes.forEach(listener -> listener.accept(method + " " + uri.getPath()));
            }
            send(exchange, away ? AlertAnswer.text(503, "upstream connect error") : answer(method, uri, body));
        }
    }

    private AlertAnswer answer(String method, URI uri, byte[] body) throws IOException {
        try {
            JsonNode sent = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            return routes.answer(method, uri.getPath(), AlertQuery.of(Optional.ofNullable(uri.getRawQuery()).orElse("")), sent);
        } catch (JsonProcessingException e) {
            return AlertAnswer.refusal(400, 400, "parsing silence body from \"\" failed, because invalid character");
        }
    }

    private static void send(HttpExchange exchange, AlertAnswer answer) throws IOException {
        byte[] body = answer.body().isMissingNode() ? new byte[0]
                : answer.plain() ? answer.body().asText().getBytes(java.nio.charset.StandardCharsets.UTF_8)
                : JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", answer.plain() ? "text/plain; charset=utf-8" : "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.close();
    }
}
