package com.maily.console.sandbox.grafana;

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

/** Grafana's HTTP API over a {@link GrafanaWorld}, on a loopback port, for any client that has the token. */
public final class GrafanaFace implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final GrafanaRoutes routes;
    private final String token;
    private final LoopbackServer server;
    private final List<Consumer<String>> writes = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** Listens at once. @param token what clients must send as {@code Authorization: Bearer …} */
    public GrafanaFace(GrafanaWorld world, String token) {
        this.routes = new GrafanaRoutes(world);
        this.token = token;
        this.server = new LoopbackServer("Grafana", this::handle);
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
            if (!method.equals("GET")) {
                writes.forEach(listener -> listener.accept(method + " " + exchange.getRequestURI().getPath()));
            }
            GrafanaRoutes.Answer answer = answer(exchange, method, body);
            byte[] bytes = JSON.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private GrafanaRoutes.Answer answer(HttpExchange exchange, String method, byte[] body) throws IOException {
        URI uri = exchange.getRequestURI();
        String sent = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
        if (away) {
            return GrafanaRoutes.Answer.refusal(503, "Service unavailable");
        }
        if (!uri.getPath().equals("/api/health") && !sent.equals("Bearer " + token)) {
            return GrafanaRoutes.Answer.refusal(401, sent.isEmpty() ? "Unauthorized" : "Invalid API key");
        }
        try {
            JsonNode json = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            return routes.answer(method, uri, json);
        } catch (JsonProcessingException e) {
            return GrafanaRoutes.Answer.refusal(400, "bad request data");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
