package com.maily.console.sandbox.cluster;

import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.ApiFaults.Fault;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * The cluster as Kubernetes clients know it: HTTP on loopback, good enough for an unmodified kubectl. A wrong bearer token is
 * refused; a request without one is taken as from this machine's user, because kubectl sends no token over plain HTTP.
 */
public final class KubernetesFace implements AutoCloseable {

    private final Cluster cluster;
    private final Resources resources;
    private final ApiFaults faults = new ApiFaults();
    private final List<Consumer<String>> writes = new CopyOnWriteArrayList<>();
    private final Logins logins = new Logins();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private HttpServer server;
    private volatile boolean open = true;

    /** Starts to listen at once, on a free port. */
    public KubernetesFace(Cluster cluster, SandboxClock clock) {
        if (cluster.clock() != clock) {
            throw new IllegalArgumentException("a face runs on its cluster's clock");
        }
        this.cluster = cluster;
        this.resources = new Resources(cluster);
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The bearer token of this machine's user. */
    public String token() {
        return logins.token();
    }

    /** By which tokens people come in. */
    public Logins logins() {
        return logins;
    }

    public ApiFaults faults() {
        return faults;
    }

    /** Tells {@code listener} of each request for a change as it arrives, before it is answered: method and path. */
    public void onWrite(Consumer<String> listener) {
        writes.add(listener);
    }

    /** Connections are refused from now on. */
    public synchronized void refuseConnections() {
        open = false;
        server.stop(0);
    }

    /** Listens again, on the same port. */
    public synchronized void acceptConnections() {
        open = true;
        server = listen(port);
    }

    /** Writes a kubeconfig with the one context {@code maily-sandbox}. */
    public void writeKubeconfig(Path file) {
        FaceKubeconfig.write(file, Map.of("maily-sandbox", this));
    }

    @Override
    public synchronized void close() {
        open = false;
        server.stop(0);
        executor.shutdownNow();
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), 64);
            made.createContext("/", this::handle);
            made.setExecutor(executor);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's Kubernetes API could not listen on 127.0.0.1:" + wanted, e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.of(exchange);
            if (call.writes()) {
                writes.forEach(listener -> listener.accept(call.method() + " " + call.path()));
            }
            Optional<Fault> fault = faults.take(call);
            if (fault.isPresent() && !goesOn(fault.get(), exchange, call)) {
                return;
            }
            serve(exchange, call, fault.filter(Fault.Truncated.class::isInstance).isPresent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether the true answer still follows */
    private static boolean goesOn(Fault fault, HttpExchange exchange, Call call) throws IOException, InterruptedException {
        switch (fault) {
            case Fault.Slow(Duration by) -> Thread.sleep(by);
            case Fault.Truncated _ -> { }
            case Fault.Code code -> send(exchange, Answer.of(ApiFaults.error(code, call)), false);
            case Fault.NotJson _ -> send(exchange, Answer.text(200, "<html><body>502 Bad Gateway</body></html>").as("text/html"),
                    false);
            case Fault.Hangup _ -> { }
        }
        return fault instanceof Fault.Slow || fault instanceof Fault.Truncated;
    }

    private void serve(HttpExchange exchange, Call call, boolean truncated) throws IOException, InterruptedException {
        Answer answer;
        try {
            String user = authenticate(call);
            if (stream(exchange, call)) {
                return;
            }
            answer = answer(call, user);
        } catch (ApiError error) {
            if (error.code() == 504) {
                Thread.sleep(Duration.ofSeconds(3));
            }
            answer = Answer.of(error);
        } catch (RuntimeException defect) {
            answer = Answer.of(new ApiError(500, "InternalError", "Internal error occurred: " + defect));
        }
        send(exchange, answer, truncated);
    }

    /** @return who it is, after finding that they may do this */
    private String authenticate(Call call) {
        String user = logins.user(call);
        if (call.header("upgrade").filter(protocol -> protocol.equalsIgnoreCase("websocket")).isPresent()) {
            throw new ApiError(503, "ServiceUnavailable", "the sandbox does not speak WebSocket; watch with plain HTTP");
        }
        Access.require(cluster.accounts(), user, call);
        return user;
    }

    private Answer answer(Call call, String user) {
        Optional<Answer> discovery = Discovery.answer(call);
        if (discovery.isPresent()) {
            return discovery.get();
        }
        if (call.path().equals(Access.REVIEWS)) {
            return Answer.json(201, Access.review(cluster.accounts(), user, call));
        }
        Optional<Answer> metrics = MetricsApi.answer(call, cluster);
        if (metrics.isPresent()) {
            return metrics.get();
        }
        return Target.of(call.segments()).map(target -> resources.answer(target, call))
                .orElseGet(() -> Answer.text(404, "404 page not found\n"));
    }

    /** Watches and logs are written as they come. @return whether this was one of them */
    private boolean stream(HttpExchange exchange, Call call) throws IOException, InterruptedException {
        if (call.segments().size() < 3 || !call.method().equals("GET") || call.segments().getFirst().equals("openapi")) {
            return false;
        }
        Optional<Target> target = Target.of(call.segments());
        if (target.filter(t -> t.subresource().equals("log")).isPresent()) {
            LogStream log = new LogStream(cluster, target.get(), call);
            if (call.flag("follow")) {
                log.follow(open(exchange, "text/plain"), () -> !open);
            } else {
                send(exchange, log.once(), false);
            }
            return true;
        }
        if (target.isEmpty() || !call.watches()) {
            return false;
        }
        WatchStream watch = new WatchStream(cluster, target.get(), call);
        int generation = faults.watchGeneration();
        watch.run(open(exchange, "application/json"), () -> !open || faults.watchGeneration() != generation);
        return true;
    }

    private static OutputStream open(HttpExchange exchange, String contentType) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.flush();
        return out;
    }

    private static void send(HttpExchange exchange, Answer answer, boolean truncated) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.code(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body, 0, truncated ? body.length / 2 : body.length);
            exchange.getResponseBody().flush();
        }
    }
}
