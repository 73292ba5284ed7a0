package com.maily.console.sandbox.argocd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Argo CD's REST API over an {@link ArgoWorld}, on a loopback port, for any client that has the token. */
public final class ArgoFace implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArgoRoutes routes;
    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Consumer<String>> writes = new CopyOnWriteArrayList<>();
    private volatile Duration slow = Duration.ZERO;

    /** Listens at once. @param token what clients must send as {@code Authorization: Bearer …} */
    public ArgoFace(ArgoWorld world, String token) {
        this.routes = new ArgoRoutes(world);
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot open a loopback port for Argo CD.", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every answer takes so long from now on. */
    public void slow(Duration wall) {
        slow = wall;
    }

    /** Tells {@code listener} of each request for a change as it arrives, before it is answered: method and path. */
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
            Thread.sleep(slow);
            if (!method.equals("GET") && !header(exchange, "Content-Type").startsWith("application/json")) {
                text(exchange, 415, "Invalid content type\n");
            } else if (!open(exchange) && !header(exchange, "Authorization").equals("Bearer " + token)) {
                refuse(exchange, ArgoRefusal.unauthenticated());
            } else {
                answer(exchange, method, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What needs no login. */
    private static boolean open(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().equals("/api/version");
    }

    private void answer(HttpExchange exchange, String method, byte[] body) throws IOException {
        URI uri = exchange.getRequestURI();
        try {
            JsonNode sent = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            send(exchange, 200, routes.answer(method, uri.getPath(), query(uri), sent));
        } catch (ArgoRefusal refusal) {
            refuse(exchange, refusal);
        } catch (ArgoRoutes.UnknownPath unknown) {
            text(exchange, 404, "Not Found\n");
        } catch (JsonProcessingException e) {
            refuse(exchange, ArgoRefusal.invalid("invalid character looking for beginning of object key string"));
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                query.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void refuse(HttpExchange exchange, ArgoRefusal refusal) throws IOException {
        send(exchange, refusal.status(), JsonNodeFactory.instance.objectNode().put("error", refusal.said())
                .put("code", refusal.code()).put("message", refusal.said()));
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, status, JSON.writeValueAsBytes(body));
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        write(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
