package com.maily.console.platforms.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the Retry-After header of a 429, which the SDK's exception leaves out. */
final class RetryAfter implements Interceptor {

    private record Asked(Duration pause, long at) { }

    private static final Duration LATELY = Duration.ofSeconds(5);
    private volatile @Nullable Asked last;

    @Override
    public void after(HttpRequest request, HttpResponse<?> response, AsyncBody.Consumer<List<ByteBuffer>> consumer) {
        if (response.code() == 429) {
            String header = response.header("Retry-After");
            last = header != null && header.matches("\\d{1,6}")
                    ? new Asked(Duration.ofSeconds(Long.parseLong(header)), System.nanoTime()) : null;
        }
    }

    /** What the server asked for in the last few seconds. */
    Optional<Duration> lately() {
        Asked asked = last;
        return asked == null || System.nanoTime() - asked.at() > LATELY.toNanos() ? Optional.empty() : Optional.of(asked.pause());
    }
}
