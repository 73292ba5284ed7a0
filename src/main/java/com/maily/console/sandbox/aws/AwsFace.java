package com.maily.console.sandbox.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.maily.console.sandbox.LoopbackServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * AWS's query protocol over an {@link ElbWorld}, on a loopback port, for any client that signs with the sandbox's key. Signatures
 * are not checked, since no secret protects anything here.
 */
public final class AwsFace implements AutoCloseable {

    /** Not a secret: it opens only what listens here. */
    public static final String KEY = "AKIASANDBOXEXAMPLE00";

    private final ElbRoutes routes;
    private final LoopbackServer server;
    private final Queue<WireFault> faults = new ConcurrentLinkedQueue<>();
    private final List<Consumer<String>> writes = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, String>> exchanges = new CopyOnWriteArrayList<>();
    private final AtomicLong requests = new AtomicLong();

    /** Listens at once. */
    public AwsFace(ElbWorld world) {
        this.routes = new ElbRoutes(world);
        server = new LoopbackServer("AWS", this::handle);
    }

    /** The endpoint to point clients at. */
    public URI address() {
        return server.address();
    }

    /** The shared credentials file that clients sign with. */
    public static void writeCredentials(Path file) {
        try {
            Files.writeString(file, "[default]\naws_access_key_id = " + KEY + "\naws_secret_access_key = sandbox\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next request meets this fault instead of an answer; several are met in order. */
    public void fault(WireFault fault) {
        faults.add(fault);
    }

    /** Tells {@code listener} of each request for a change as it arrives, before it is answered: the action. */
    public void onWrite(Consumer<String> listener) {
        writes.add(listener);
    }

    /** Tells {@code listener} of each answered request: its form, and the XML of the answer. */
    public void onExchange(BiConsumer<String, String> listener) {
        exchanges.add(listener);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            @Nullable WireFault fault = faults.poll();
            switch (fault) {
                case null -> answer(exchange, form);
                case WireFault.Slow slow -> {
                    pause(slow);
                    answer(exchange, form);
                }
                case WireFault.Refused refused -> refuse(exchange, new AwsRefusal(refused.status(), refused.code(),
                        refused.message()), "");
                case WireFault.NotXml _ -> send(exchange, 200, "text/html", "<html><body>Sign in<br></body></html>");
                case WireFault.Truncated _ -> {
                    exchange.sendResponseHeaders(200, 10_000);
                    exchange.getResponseBody().write("<DescribeRulesResponse><DescribeRul".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                }
                case WireFault.Lost _ -> carryOut(form);
            }
        }
    }

    private void answer(HttpExchange exchange, String form) throws IOException {
        String action = "";
        try {
            authorize(exchange);
            action = QueryForm.parse(form).path("Action").asText();
            String answer = QueryXml.answer(action, ElbRoutes.namespace(action), carryOut(form), id());
            exchanges.forEach(listener -> listener.accept(form, answer));
            send(exchange, 200, "text/xml", answer);
        } catch (AwsRefusal refusal) {
            refuse(exchange, refusal, action);
        }
    }

    private ObjectNode carryOut(String form) {
        ObjectNode input = QueryForm.parse(form);
        String action = input.path("Action").asText();
        if (action.startsWith("Modify")) {
            writes.forEach(listener -> listener.accept(action));
        }
        return routes.answer(action, input);
    }

    private static void authorize(HttpExchange exchange) {
        String signed = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
        if (!signed.startsWith("AWS4-HMAC-SHA256 ")) {
            throw new AwsRefusal(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        }
        if (!signed.contains("Credential=" + KEY + "/")) {
            throw new AwsRefusal(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
        }
    }

    private void refuse(HttpExchange exchange, AwsRefusal refusal, String action) throws IOException {
        send(exchange, refusal.status(), "text/xml", QueryXml.error(refusal, ElbRoutes.namespace(action), id()));
    }

    private String id() {
        return String.format("00000000-0000-4000-8000-%012d", requests.incrementAndGet());
    }

    private static void pause(WireFault.Slow slow) {
        try {
            Thread.sleep(slow.wall());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.close();
    }
}
