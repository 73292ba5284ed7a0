package com.maily.console.sandbox.vercel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Vercel's REST API over a {@link VercelWorld}, on a loopback port, for any client that has the token. */
public final class VercelFace implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final VercelRoutes routes;
    private final String token;
    private final LoopbackServer server;
    private final Queue<WireFault> faults = new ConcurrentLinkedQueue<>();
    private final List<Consumer<String>> writes = new CopyOnWriteArrayList<>();

    /** Listens at once. @param token what clients must send as {@code Authorization: Bearer …} */
    public VercelFace(VercelWorld world, String token) {
        this.routes = new VercelRoutes(world);
        this.token = token;
        server = new LoopbackServer("Vercel", this::handle);
    }

    /** The base address to point clients at. */
    public URI address() {
        return server.address();
    }

    /** The next request meets this fault instead of an answer; several are met in order. */
    public void fault(WireFault fault) {
        faults.add(fault);
    }

    /** Tells {@code listener} of each request for a change as it arrives, before it is answered: method and path. */
    public void onWrite(Consumer<String> listener) {
        writes.add(listener);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestMethod().equals("GET")) {
                writes.forEach(listener -> listener.accept(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()));
            }
            if (!authorized(exchange)) {
                error(exchange, new VercelRefusal(403, "forbidden", "Not authorized"),
                        authorization(exchange).isEmpty() ? 401 : 403, 0);
                return;
            }
            @Nullable WireFault fault = faults.poll();
            if (fault == null || fault instanceof WireFault.Slow) {
                delay(fault);
                answer(exchange, body);
            } else {
                meet(exchange, fault);
            }
        }
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        try {
            JsonNode sent = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            URI uri = exchange.getRequestURI();
            VercelRoutes.Answer answer = routes.answer(exchange.getRequestMethod(), uri.getPath(), query(uri), sent);
            send(exchange, answer.status(), answer.body().isMissingNode() ? new byte[0] : JSON.writeValueAsBytes(answer.body()));
        } catch (VercelRefusal refusal) {
            error(exchange, refusal, refusal.status(), 0);
        } catch (JsonProcessingException | NumberFormatException e) {
            error(exchange, new VercelRefusal(400, "bad_request", "Invalid request: it cannot be read."), 400, 0);
        }
    }

    private static void delay(@Nullable WireFault fault) {
        if (fault instanceof WireFault.Slow(Duration wall)) {
            try {
                Thread.sleep(wall);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void meet(HttpExchange exchange, WireFault fault) throws IOException {
        switch (fault) {
            case WireFault.Status status -> error(exchange, new VercelRefusal(status.status(), status.code(), status.message()),
                    status.status(), status.retryAfter());
            case WireFault.Truncated _ -> truncated(exchange);
            case WireFault.NotJson _ -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                write(exchange, 200, "<html><body>Sign in</body></html>".getBytes(StandardCharsets.UTF_8));
            }
            case WireFault.Huge huge -> huge(exchange, huge.bytes());
            case WireFault.Slow _ -> throw new IllegalStateException("A slow answer is still an answer.");
        }
    }

    private static void truncated(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 10_000);
        exchange.getResponseBody().write("{\"deployments\":[{\"uid\":\"dpl_".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private static void huge(HttpExchange exchange, long bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            for (long sent = 0; sent < bytes; sent += chunk.length) {
                out.write(chunk);
            }
        }
    }

    private static Optional<String> authorization(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private boolean authorized(HttpExchange exchange) {
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return authorization(exchange).filter(sent -> MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void error(HttpExchange exchange, VercelRefusal refusal, int status, int retryAfter) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", refusal.code()).put("message", String.valueOf(refusal.getMessage()));
        if (retryAfter > 0) {
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(retryAfter));
        }
        send(exchange, status, JSON.writeValueAsBytes(body));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        write(exchange, status, body);
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
