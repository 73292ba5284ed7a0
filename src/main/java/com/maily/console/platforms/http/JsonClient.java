package com.maily.console.platforms.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one platform over HTTP and answers with JSON or a {@link Failure}, never with a half-read body: answers are bounded in
 * size and in time. Safe for use by several threads.
 */
public final class JsonClient implements AutoCloseable {

    /**
     * @param platform  as people say it, for failures: {@code Vercel}
     * @param base      may carry a path prefix
     * @param headers   sent with each request, beside the credentials'
     * @param timeout   for one request, from connecting to the last byte
     * @param bodyLimit bytes an answer may have
     */
    public record Settings(String platform, URI base, Credentials credentials, Map<String, String> headers, Duration timeout,
                           long bodyLimit) {
        public static final long BODY_LIMIT = 64L << 20;
        public static final Duration TIMEOUT = Duration.ofSeconds(20);

        public Settings {
            headers = Map.copyOf(headers);
        }

        /**
         * From a connection of the workspace file: {@code url}, the credentials' settings, {@code timeout} in seconds and {@code
         * header.NAME}.
         *
         * @throws FailureException {@code Rejected} when one of them makes no sense
         */
        public static Settings of(String platform, Map<String, String> settings, String usualUrl) {
            Map<String, String> headers = new TreeMap<>();
            settings.forEach((key, value) -> {
                if (key.startsWith(Credentials.HEADER) && !Secret.isReference(value)) {
                    headers.put(key.substring(Credentials.HEADER.length()), value);
                }
            });
            return new Settings(platform, address(platform, settings.getOrDefault("url", usualUrl)), Credentials.of(settings),
                    headers,
                    timeout(platform, settings), BODY_LIMIT);
        }

        private static URI address(String platform, String url) {
            if (!url.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
                throw rejected(platform, "url is not an http or https address.",
                        "Write it as https://HOST/PATH, without user or query.");
            }
            return URI.create(url);
        }

        private static Duration timeout(String platform, Map<String, String> settings) {
            String text = settings.getOrDefault("timeout", Long.toString(TIMEOUT.toSeconds()));
            if (!text.matches("[1-9]\\d{0,2}")) {
                throw rejected(platform, "timeout is \"" + text + "\".", "Write whole seconds, 1 to 999.");
            }
            return Duration.ofSeconds(Long.parseLong(text));
        }

        private static FailureException rejected(String platform, String why, String advice) {
            return new FailureException(new Failure.Rejected("The connection to " + platform + " is not usable", why, advice));
        }
    }

    /** Reads an answer as it streams by, for those too large to hold as a tree. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonParser parser) throws IOException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final Transport transport;
    private final HttpError.Translation translation;
    private final HeaderListener listener;
    private final HttpClient client;
    private final InstantSource ours;
    private final ServerClock clock = new ServerClock();

    public JsonClient(Settings settings, HttpError.Translation translation) {
        this(settings, translation, InstantSource.system(), (_, _, _) -> { });
    }

    /** @param listener told on the thread that asks */
    public JsonClient(Settings settings, HttpError.Translation translation, HeaderListener listener) {
        this(settings, translation, InstantSource.system(), listener);
    }

    /** @param ours this machine's clock, which the server's is compared with */
    public JsonClient(Settings settings, HttpError.Translation translation, InstantSource ours) {
        this(settings, translation, ours, (_, _, _) -> { });
    }

    private JsonClient(Settings settings, HttpError.Translation translation, InstantSource ours, HeaderListener listener) {
        this.ours = ours;
        this.listener = listener;
        this.settings = settings;
        this.transport = new Transport(settings);
        this.translation = translation;
        this.client = HttpClient.newBuilder().connectTimeout(settings.timeout()).version(version(settings.base())).build();
    }

    /** Plain HTTP is asked in 1.1: an upgrade offer confuses small servers and proxies. */
    private static HttpClient.Version version(URI base) {
        return "https".equals(base.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    /** What this server's clock shows, beside ours. */
    public ServerClock clock() {
        return clock;
    }

    /** @return a missing node for an answer without a body */
    public JsonNode send(HttpCall call) {
        HttpResponse<byte[]> response = exchange(call);
        return response.body().length == 0 ? MissingNode.getInstance() : parsed(response, JSON::readTree);
    }

    public <T> T send(HttpCall call, Reader<T> reader) {
        return parsed(exchange(call), reader);
    }

    /** For platforms that answer in plain text. */
    public String text(HttpCall call) {
        return new String(exchange(call).body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private <T> T parsed(HttpResponse<byte[]> response, Reader<T> reader) {
        try (JsonParser parser = JSON.createParser(response.body())) {
            return reader.read(parser);
        } catch (JsonEOFException e) {
            throw new FailureException(transport.brokenOff());
        } catch (JsonProcessingException e) {
            throw new FailureException(transport.notJson(
                    response.headers().firstValue("Content-Type").orElse("no content type")));
        } catch (IOException e) {
            throw new FailureException(transport.failure(e));
        }
    }

    private HttpResponse<byte[]> exchange(HttpCall call) {
        Instant asked = ours.instant();
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(request(call),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), settings.bodyLimit()));
        HttpResponse<byte[]> response = await(pending);
        listener.heard(call, response.statusCode(), response.headers());
        response.headers().firstValue("Date").ifPresent(date -> clock.seen(date, asked, ours.instant()));
        if (response.statusCode() / 100 != 2) {
            throw new FailureException(translation.failure(error(call, response)));
        }
        return response;
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> pending) {
        try {
            return pending.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new FailureException(transport.timedOut());
        } catch (ExecutionException e) {
            throw new FailureException(transport.failure(e.getCause()));
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new FailureException(transport.interrupted());
        }
    }

    private HttpRequest request(HttpCall call) {
        String query = call.query().isEmpty() ? "" : "?" + HttpCall.encoded(call.query());
        String base = settings.base().toString().replaceAll("/+$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.path() + query))
                .header("Accept", "application/json");
        switch (call.content()) {
            case HttpCall.Content.Empty _ -> request.method(call.method(), BodyPublishers.noBody());
            case HttpCall.Content.Json json -> request.header("Content-Type", "application/json")
                    .method(call.method(), BodyPublishers.ofString(json.value().toString()));
            case HttpCall.Content.Form form -> request.header("Content-Type", "application/x-www-form-urlencoded")
                    .method(call.method(), BodyPublishers.ofString(HttpCall.encoded(form.fields())));
        }
        settings.headers().forEach(request::setHeader);
        settings.credentials().headers().forEach(request::setHeader);
        return request.build();
    }

    private HttpError error(HttpCall call, HttpResponse<byte[]> response) {
        return new HttpError(settings.platform(), transport.host(), call.method(), call.path(), response.statusCode(),
                tree(response.body()),
                response.headers().firstValue("Retry-After").flatMap(RetryAfter::parse));
    }

    /** An error's body is whatever some proxy made of it, so anything unreadable is simply no text. */
    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
