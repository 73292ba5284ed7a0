package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.Time;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When something last came over each watch, which only the wire can tell: one whose connection died in silence looks like a quiet
 * one. Watches are asked to end after half a minute and are set up again from where they were, so that silence has a limit.
 */
final class WatchPulse implements Interceptor {

    private static final Duration LONGEST = Duration.ofSeconds(25);

    /** @param nanos for silences, which are measured on a clock that nobody sets */
    private record Beat(Instant at, long nanos) { }

    private final Time time;
    private final Duration length;
    private final Map<String, Beat> beats = new ConcurrentHashMap<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    WatchPulse(Time time) {
        this.time = time;
        long seconds = time.onTheWall(LONGEST).toSeconds();
        this.length = Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST.toSeconds()));
    }

    /** How long a watch lasts, on the wall; something is heard at least as often. */
    Duration length() {
        return length;
    }

    /** When something last came over the watch of {@code path}; empty when nothing ever did. */
    Optional<Instant> heard(String path) {
        return Optional.ofNullable(beats.get(path)).map(Beat::at);
    }

    /** How long nothing has come, on the wall. @param since stopwatch reading of when somebody began to listen */
    Duration silence(String path, long since) {
        Beat last = beats.get(path);
        return Duration.ofNanos(System.nanoTime() - (last == null ? since : last.nanos()));
    }

    /** Why the watch of {@code path} could not be set up the last time, which the SDK keeps to itself; empty when it could. */
    String trouble(String path) {
        return troubles.getOrDefault(path, "");
    }

    private void beat(HttpRequest request) {
        troubles.remove(request.uri().getPath());
        beats.put(request.uri().getPath(), new Beat(time.instant(), System.nanoTime()));
    }

    private static boolean watches(HttpRequest request) {
        return String.valueOf(request.uri().getQuery()).contains("watch=true");
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        if (watches(request)) {
            String uri = request.uri().toString();
            builder.uri(URI.create(uri.replaceFirst("timeoutSeconds=\\d+", "timeoutSeconds=" + length.toSeconds())));
        }
    }

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        if (watches(request) && response.isSuccessful()) {
            beat(request);
        } else if (watches(request)) {
            troubles.put(request.uri().getPath(), "The cluster does not let us watch (" + response.code() + ").");
        }
    }

    @Override
    public void afterConnectionFailure(HttpRequest request, Throwable failure) {
        if (watches(request)) {
            troubles.put(request.uri().getPath(), "The watch cannot be set up: "
                    + KubernetesErrors.translate("Watching", failure, Optional.empty()).why());
        }
    }

    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        return watches(request) ? new Listening(consumer, request) : consumer;
    }

    private final class Listening implements AsyncBody.Consumer<List<ByteBuffer>> {

        private final AsyncBody.Consumer<List<ByteBuffer>> consumer;
        private final HttpRequest request;

        Listening(AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
            this.consumer = consumer;
            this.request = request;
        }

        @Override
        public void consume(List<ByteBuffer> value, AsyncBody body) throws Exception {
            beat(request);
            consumer.consume(value, body);
        }

        @Override
        public <U> U unwrap(Class<U> target) {
            return consumer.unwrap(target);
        }
    }
}
