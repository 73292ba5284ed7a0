package com.maily.console.sandbox.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A plain HTTP client for the face, with the face and its world. */
final class Wire implements AutoCloseable {

    static final String DEPLOYMENTS = "/apis/apps/v1/namespaces/w/deployments";

    final Web world = new Web();
    final KubernetesFace face = new KubernetesFace(world.cluster, world.clock);
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private String token = face.token();

    HttpResponse<String> send(String method, String path, String body, String contentType, String accept) throws IOException {
        try {
            return client.send(request(method, path, body, contentType, accept), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void use(String other) {
        token = other;
    }

    private HttpRequest request(String method, String path, String body, String contentType, String accept) {
        HttpRequest.BodyPublisher publisher = body.isEmpty() && method.equals("GET") ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body);
        return HttpRequest.newBuilder(URI.create(face.address() + path)).method(method, publisher).timeout(Duration.ofSeconds(20))
                .header("Accept", accept).header("Content-Type", contentType).header("Authorization", "Bearer " + token).build();
    }

    HttpResponse<String> get(String path) throws IOException {
        return send("GET", path, "", "application/json", "application/json");
    }

    JsonNode json(String path) throws IOException {
        return tree(get(path).body());
    }

    /** All events of a watch that ends by itself. */
    List<JsonNode> watch(String query, String accept) throws IOException {
        return send("GET", DEPLOYMENTS + "?watch=true&timeoutSeconds=1&" + query, "", "application/json", accept)
                .body().lines().map(Wire::tree).toList();
    }

    /** The events of a watch as they come. */
    Live live(String query) throws IOException {
        try {
            HttpResponse<InputStream> response = client.send(request("GET", DEPLOYMENTS + "?watch=true&" + query, "",
                    "application/json",
                    "application/json"), HttpResponse.BodyHandlers.ofInputStream());
            return new Live(response.body());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode tree(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public void close() {
        face.close();
        client.close();
    }

    /** Reads a stream on a thread of its own. */
    static final class Live implements AutoCloseable {

        private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        private final InputStream in;

        Live(InputStream in) {
            this.in = in;
            Thread.ofVirtual().start(() -> {
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                    reader.lines().forEach(lines::add);
                    lines.add("END");
                } catch (IOException | UncheckedIOException e) {
                    lines.add("END");
                }
            });
        }

        String next() throws InterruptedException {
            String line = lines.poll(10, TimeUnit.SECONDS);
            return line == null ? "NOTHING" : line;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
