package com.maily.console.platforms.datadog;

import com.maily.console.platforms.http.LoopbackServer;
import com.maily.console.platforms.http.LoopbackServer.Asked;
import com.maily.console.platforms.http.LoopbackServer.Reply;
import com.maily.console.sandbox.datadog.DatadogFace;
import com.maily.console.sandbox.world.Scenario;
import com.maily.console.sandbox.world.SmallWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Our client on one end of a loopback, the sandbox's Datadog on the other, and between them somebody who holds both against
 * Datadog's descriptions.
 */
final class DatadogWire implements AutoCloseable {

    static final String KEY = "dd.sandbox.key";

    final SmallWorld world;
    final DatadogFace face;
    /** Straight to the sandbox, so that headers and faults arrive. */
    final DatadogClient client;
    /** Through the one who checks. */
    final DatadogClient checked;
    final List<String> wrong = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final LoopbackServer checker;
    private final HttpClient http = HttpClient.newHttpClient();
    private final DatadogSpec spec = new DatadogSpec();

    DatadogWire() {
        this(Scenario.SMOOTH);
    }

    DatadogWire(Scenario scenario) {
        try {
            world = new SmallWorld(scenario, 77);
            face = new DatadogFace(world.clock, world.store, world.faults, KEY, KEY);
            checker = new LoopbackServer(this::forward);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        face.onRequest(asked::add);
        client = client(face.address().toString(), Map.of());
        checked = client(checker.url(), Map.of());
    }

    DatadogClient client(String url, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(Map.of("url", url, "api-key", key(KEY), "application-key", key(KEY), "timeout",
                "5"));
        all.putAll(settings);
        return DatadogClient.of(all, world.clock);
    }

    /** @return a reference to a file that holds it */
    static String key(String text) {
        try {
            Path file = Files.writeString(Files.createTempFile("datadog", ".key"), text);
            file.toFile().deleteOnExit();
            return "file:" + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DatadogWire pass(Duration time) {
        world.pass(time);
        return this;
    }

    private Reply forward(Asked request) {
        wrong.addAll(spec.wrongRequest(request.method(), request.path(), request.query(), request.body()));
        String query = request.query().equals("null") ? "" : "?" + request.query();
        HttpRequest forwarded = HttpRequest.newBuilder(URI.create(face.address() + request.path() + query))
                .header("DD-API-KEY", KEY).header("DD-APPLICATION-KEY", KEY).header("Content-Type", "application/json")
                .method(request.method(), HttpRequest.BodyPublishers.ofString(request.body())).build();
        try {
            HttpResponse<String> answer = http.send(forwarded, HttpResponse.BodyHandlers.ofString());
            wrong.addAll(spec.wrongAnswer(request.method(), request.path(), answer.statusCode(), answer.body()));
            return new Reply(answer.statusCode(), "application/json", answer.body(), -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
        checked.close();
        checker.close();
        face.close();
        http.close();
    }
}
