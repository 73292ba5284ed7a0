package com.maily.console.platforms.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that answers what a test says and remembers what it was asked. */
public final class LoopbackServer implements AutoCloseable {

    /** @param authorization the header of that name, empty when none came */
    public record Asked(String method, String path, String query, String body, String authorization, String tenant) { }

    /** @param length what Content-Length claims; -1 for the truth */
    public record Reply(int status, String contentType, String body, int length) {
        public static Reply json(String body) {
            return new Reply(200, "application/json", body, -1);
        }

        public static Reply json(int status, String body) {
            return new Reply(status, "application/json", body, -1);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Function<Asked, Reply> replies;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    public LoopbackServer(Function<Asked, Reply> replies) throws IOException {
        this.replies = replies;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Asked request = new Asked(exchange.getRequestMethod(), exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestURI().getRawQuery()), body, header(exchange, "Authorization"),
                            header(exchange, "X-Scope-OrgID"));
            asked.add(request);
            Reply reply = replies.apply(request);
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            exchange.sendResponseHeaders(reply.status(), reply.length() >= 0 ? reply.length() : bytes.length == 0 ? -1
                    : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
