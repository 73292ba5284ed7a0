package com.maily.console.desktop.logs;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LogSearch;
import com.maily.console.desktop.Story;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Two hundred and fifty lines, four a second before the story's present, and troubles a test may switch on. */
public final class HandLogs implements LogSearch {

    private static final List<String> CAUSES = List.of("connection pool exhausted after 2000 ms",
            "upstream timed out: ai-service",
            "deadlock detected, transaction rolled back");

    public final List<Query> asked = new CopyOnWriteArrayList<>();
    public volatile Optional<Failure> failure = Optional.empty();
    public volatile List<String> warnings = List.of();
    /** What answers to questions wait for. */
    public volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public String system() {
        return "OpenSearch";
    }

    @Override
    public Hits search(Query query) {
        asked.add(query);
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(problem -> {
            throw new FailureException(problem);
        });
        List<Hit> all = IntStream.range(0, 250).mapToObj(HandLogs::hit)
                .filter(hit -> hit.message().contains(query.text().toLowerCase(Locale.ROOT))).toList();
        return new Hits(all.stream().skip(query.skip()).limit(query.most()).toList(), all.size(), true,
                Optional.of(URI.create("https://logs.example/discover")), warnings);
    }

    private static Hit hit(int index) {
        Instant at = Story.NOW.minusMillis(250L * index);
        boolean failed = index % 3 != 2;
        return new Hit(at, failed ? "error" : index % 2 == 0 ? "warn" : "info", "api", failed
                ? "level=error msg=\"POST /v1/messages failed: " + CAUSES.get(index % 3)
                + "\" status=500 track=canary version=v2.1.0 n=" + index
                : "level=info msg=\"GET /v1/inbox\" status=200 duration_ms=" + (12 + index % 70),
                failed ? Optional.of("%032x".formatted(0x4bf92f3577b34daL + index)) : Optional.empty());
    }
}
