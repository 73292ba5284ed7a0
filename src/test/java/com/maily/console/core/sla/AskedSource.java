package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** Answers with the second of the hour, remembers what it was asked, and can be told to fail or to wait for some queries. */
final class AskedSource implements MetricSource {

    /** One request. */
    record Request(List<String> queries, MetricSpan span, Duration step) { }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    final Map<String, Failure> failures = new ConcurrentHashMap<>();
    final Set<String> stuck = ConcurrentHashMap.newKeySet();
    final CountDownLatch interrupted = new CountDownLatch(1);
    volatile UnaryOperator<List<Sample>> spoilt = UnaryOperator.identity();
    private final int atOnce;

    AskedSource(int atOnce) {
        this.atOnce = atOnce;
    }

    @Override
    public Answer instant(String query, Instant at) {
        return range(query, at, at, Duration.ofSeconds(1));
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        return ranges(List.of(query), from, to, step).getFirst();
    }

    @Override
    public List<Answer> ranges(List<String> queries, Instant from, Instant to, Duration step) {
        requests.add(new Request(queries, new MetricSpan(from, to), step));
        queries.forEach(query -> {
            if (failures.containsKey(query)) {
                throw new FailureException(failures.get(query));
            }
        });
        if (queries.stream().anyMatch(stuck::contains)) {
            awaitInterruption();
        }
        return queries.stream().map(_ -> new Answer(List.of(new Series(Map.of(), spoilt.apply(samples(from, to, step)))), List.of()))
                .toList();
    }

    private void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
            throw new FailureException(new Failure.TimedOut("It was not waited for", "Cancelled.", "Ask again."));
        }
    }

    private static List<Sample> samples(Instant from, Instant to, Duration step) {
        List<Sample> samples = new ArrayList<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(step)) {
            samples.add(new Sample(at, at.getEpochSecond() % 3600));
        }
        return samples;
    }

    List<String> asked() {
        return requests.stream().flatMap(request -> request.queries().stream()).toList();
    }

    @Override
    public int atOnce() {
        return atOnce;
    }
}
