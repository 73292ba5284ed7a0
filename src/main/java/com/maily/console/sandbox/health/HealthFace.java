package com.maily.console.sandbox.health;

import com.maily.console.sandbox.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The health endpoints of all components on a loopback port: {@code /production/health/api}. */
public final class HealthFace implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/([a-z0-9-]+)/health/([a-z0-9-]+)");

    private final HealthWorld world;
    private final LoopbackServer server;

    /** Listens at once. */
    public HealthFace(HealthWorld world) {
        this.world = world;
        this.server = new LoopbackServer("health endpoints", this::handle);
    }

    /** Where the endpoints of one environment begin, without a slash at the end. */
    public URI address(String environment) {
        return URI.create(server.address() + "/" + environment);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            Optional<HealthWorld.Answer> answer = path.matches() ? world.ask(path.group(1), path.group(2)) : Optional.empty();
            if (answer.isEmpty()) {
                send(exchange, 404, "{\"status\":\"unknown\"}");
                return;
            }
            wait(answer.get());
            send(exchange, answer.get().status(), "{\"status\":\"%s\",\"component\":\"%s\",\"ready\":%d}".formatted(
                    answer.get().ready() > 0 ? "up" : "down", path.group(2), answer.get().ready()));
        }
    }

    private static void wait(HealthWorld.Answer answer) {
        try {
            Thread.sleep(answer.takes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.close();
    }
}
