package com.maily.console.sandbox.metrics;

import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The sandbox's metrics over HTTP on loopback: Prometheus' query API, and {@code /metrics} for a real Prometheus to scrape.
 * Thread-safe; each request runs on its own virtual thread and reads the world inside the clock's lock.
 */
public final class PrometheusFace implements AutoCloseable {

    private static final Set<String> FORMS = Set.of("/api/v1/query", "/api/v1/query_range", "/api/v1/series", "/api/v1/labels");

    private final SandboxClock clock;
    private final QueryApi api;
    private final Outage outage;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Optional<WireFault>> fault = new AtomicReference<>(Optional.empty());

    private PrometheusFace(SandboxClock clock, SeriesStore store, Outage outage) throws IOException {
        this.clock = clock;
        this.api = new QueryApi(store, clock);
        this.outage = outage;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    /** Opens the face on a free port. */
    public static PrometheusFace open(SandboxClock clock, SeriesStore store, Outage outage) {
        try {
            PrometheusFace face = new PrometheusFace(clock, store, outage);
            face.server.start();
            return face;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The base address, without a slash at the end. */
    public URI address() {
        return URI.create("http://" + hostAndPort());
    }

    private String hostAndPort() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on every answer is spoilt this way. */
    public void inject(WireFault wireFault) {
        fault.set(Optional.of(wireFault));
    }

    /** From now on all answers are right. */
    public void heal() {
        fault.set(Optional.empty());
    }

    @Override
    public void close() {
        server.stop(0);
        // A slow answer that nobody waits for any more must not hold up the end.
        threads.shutdownNow();
        threads.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<WireFault> present = outage.down() ? Optional.of(new WireFault.Dropped()) : fault.get();
            Parameters parameters = new Parameters();
            Reply right = reply(exchange, parameters);
            Optional<Reply> sent = present.isEmpty() ? Optional.of(right)
                    : Spoiler.spoil(present.get(), parameters.get("query"), right);
            if (sent.isPresent()) {
                send(exchange, sent.get());
            }
        }
    }

    private Reply reply(HttpExchange exchange, Parameters parameters) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        boolean form = method.equals("POST");
        if (form ? !FORMS.contains(path) : !method.equals("GET") && !method.equals("HEAD")) {
            return Reply.text(405, "Method Not Allowed\n")
                    .with("Allow", FORMS.contains(path) ? "GET, OPTIONS, POST" : "GET, OPTIONS");
        }
        if (form) {
            parameters.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        parameters.add(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        return clock.locked(() -> api.answer(path, hostAndPort(), parameters));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
