package com.maily.console.sandbox.datadog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.LoopbackServer;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.Outage;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Datadog's HTTP API on loopback, for any client that has both keys. Thread-safe. */
public final class DatadogFace implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DatadogRoutes routes;
    private final Budgets budgets;
    private final Outage outage;
    private final String apiKey;
    private final String applicationKey;
    private final LoopbackServer server;
    private final AtomicReference<@Nullable WireFault> fault = new AtomicReference<>();
    private final List<Consumer<String>> requests = new CopyOnWriteArrayList<>();

    /** Listens at once. */
    public DatadogFace(SandboxClock clock, SeriesStore store, Outage outage, String apiKey, String applicationKey) {
        this.routes = new DatadogRoutes(clock, store);
        this.budgets = new Budgets(clock);
        this.outage = outage;
        this.apiKey = apiKey;
        this.applicationKey = applicationKey;
        this.server = new LoopbackServer("Datadog", this::serve);
    }

    public URI address() {
        return server.address();
    }

    /** From now on every answer is spoilt this way. */
    public void inject(WireFault wireFault) {
        fault.set(wireFault);
    }

    public void heal() {
        fault.set(null);
    }

    /** So many requests of each kind a minute of the sandbox's time from now on; it begins with 600. */
    public void limit(int requestsPerMinute) {
        budgets.limit(requestsPerMinute);
    }

    /** Tells {@code listener} of each request as it arrives: method and path. */
    public void onRequest(Consumer<String> listener) {
        requests.add(listener);
    }

    /** Tells {@code listener} of each request that changes something. */
    public void onWrite(Consumer<String> listener) {
        onRequest(request -> {
            if (!request.startsWith("GET ") && !request.contains("/api/v2/query/")) {
                listener.accept(request);
            }
        });
    }

    public int events() {
        return routes.chronicle().events();
    }

    /** Events as people see them: those of one key as one, {@code from-until title of the newest}. */
    public List<String> shown() {
        return routes.chronicle().shown();
    }

    public int deployments() {
        return routes.chronicle().deployments();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            requests.forEach(listener -> listener.accept(exchange.getRequestMethod() + " " + path));
            WireFault present = outage.down() ? new WireFault.Dropped() : fault.get();
            Map<String, String> budget = budgets.spend(path);
            budget.forEach(exchange.getResponseHeaders()::set);
            if (present instanceof WireFault.Dropped) {
                return;
            }
            if (present instanceof WireFault.Throttled(int reset)) {
                budgets.headers(Budgets.name(path), 0, reset).forEach(exchange.getResponseHeaders()::set);
                error(exchange, 429, "Rate limit reached. Please try again later.");
            } else if (Integer.parseInt(budget.get("X-RateLimit-Remaining")) < 0) {
                exchange.getResponseHeaders().set("X-RateLimit-Remaining", "0");
                error(exchange, 429, "Rate limit reached. Please try again later.");
            } else if (present instanceof WireFault.Forbidden || !admitted(exchange, path)) {
                error(exchange, 403, DatadogRefusal.forbidden().said());
            } else {
                answer(exchange, body, present);
            }
        }
    }

    /** The application key is not looked at where the API key is enough. */
    private boolean admitted(HttpExchange exchange, String path) {
        boolean intake = path.equals("/api/v1/validate")
                || path.equals("/api/v1/events") && exchange.getRequestMethod().equals("POST");
        return apiKey.equals(exchange.getRequestHeaders().getFirst("DD-API-KEY"))
                && (intake || applicationKey.equals(exchange.getRequestHeaders().getFirst("DD-APPLICATION-KEY")));
    }

    private void answer(HttpExchange exchange, byte[] body, @Nullable WireFault present) throws IOException {
        try {
            URI uri = exchange.getRequestURI();
            JsonNode sent = body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
            DatadogRoutes.Answer right = routes.answer(exchange.getRequestMethod(), uri.getPath(), query(uri), sent);
            if (present == null) {
                send(exchange, right.status(), right.body());
            } else {
                spoilt(exchange, right, present);
            }
        } catch (DatadogRefusal refusal) {
            error(exchange, refusal.status(), refusal.said());
        } catch (JsonProcessingException | NumberFormatException | DateTimeException e) {
            error(exchange, 400, "The request cannot be read");
        }
    }

    private static void spoilt(HttpExchange exchange, DatadogRoutes.Answer right, WireFault fault) throws IOException {
        switch (fault) {
            case WireFault.Slow(var delay) -> {
                pause(delay);
                send(exchange, right.status(), right.body());
            }
            case WireFault.Unavailable _ -> error(exchange, 503, "Service Unavailable");
            case WireFault.Html _ -> write(exchange, 200, "text/html",
                    "<!DOCTYPE html><html><body>Please sign in.</body></html>".getBytes(StandardCharsets.UTF_8));
            case WireFault.Truncated _ -> {
                byte[] whole = JSON.writeValueAsBytes(right.body());
                write(exchange, 200, "application/json", Arrays.copyOf(whole, whole.length / 2));
            }
            case WireFault.ErrorInside(String message) ->
                    send(exchange, 200, Spoiler.errorInside(exchange.getRequestURI().getPath(), message));
            case WireFault.Nulls _ -> send(exchange, right.status(), Spoiler.nulls(right.body()));
            case WireFault.Unordered _ -> send(exchange, right.status(), Spoiler.unordered(right.body()));
            case WireFault.Duplicates _ -> send(exchange, right.status(), Spoiler.duplicates(right.body()));
            case WireFault.Ahead(var by) -> send(exchange, right.status(), Spoiler.ahead(right.body(), by.toMillis()));
            case WireFault.Dropped _, WireFault.Throttled _, WireFault.Forbidden _ ->
                    throw new IllegalStateException("Met before there was an answer.");
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    private static void error(HttpExchange exchange, int status, String message) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").add(message);
        send(exchange, status, body);
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        write(exchange, status, "application/json", body.isMissingNode() ? new byte[0] : JSON.writeValueAsBytes(body));
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
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
