package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Ends an answer that is larger than anything we ask for, because the SDK would hold all of it in memory. Streams are not
 * bounded.
 */
final class AnswerLimit implements Interceptor {

    static final long MOST = 64L << 20;

    private final long most;

    AnswerLimit() {
        this(MOST);
    }

    AnswerLimit(long most) {
        this.most = most;
    }

    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        String query = String.valueOf(request.uri().getQuery());
        return query.contains("watch=true") || query.contains("follow=true") ? consumer : new Counting(consumer);
    }

    private final class Counting implements AsyncBody.Consumer<List<ByteBuffer>> {

        private final AsyncBody.Consumer<List<ByteBuffer>> consumer;
        private long seen;

        Counting(AsyncBody.Consumer<List<ByteBuffer>> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void consume(List<ByteBuffer> value, AsyncBody body) throws Exception {
            seen += value.stream().mapToLong(ByteBuffer::remaining).sum();
            if (seen > most) {
                // The client ends the connection for what is thrown here, and passes it on.
                throw new FailureException(new Failure.Rejected("The answer of the cluster was given up",
                        "It is larger than " + Math.max(1, most >> 20) + " MiB.",
                        "Ask for less: one namespace, or fewer lines."));
            }
            consumer.consume(value, body);
        }

        @Override
        public <U> U unwrap(Class<U> target) {
            return consumer.unwrap(target);
        }
    }
}
