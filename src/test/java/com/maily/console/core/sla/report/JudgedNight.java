package com.maily.console.core.sla.report;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Objective.Bound;
import com.maily.console.core.model.Objective.Counted;
import com.maily.console.core.model.Objective.Judging;
import com.maily.console.core.port.MetricSource;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analyst;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A source as it was one night: the canary of api fails one request in a hundred and was not scraped for a while, its response time is as
 * stable's, it needs more memory, and nobody knows its queue.
 */
public final class JudgedNight implements MetricSource {

    public static final Instant FROM = Instant.parse("2025-11-20T02:42:00Z");
    public static final Instant TO = Instant.parse("2025-11-20T03:12:00Z");
    private static final Instant LOST = Instant.parse("2025-11-20T02:55:00Z");
    private static final Instant FOUND = Instant.parse("2025-11-20T03:00:00Z");

    public final AtomicInteger asked = new AtomicInteger();
    public volatile boolean away;
    public volatile CountDownLatch held = new CountDownLatch(0);

    public static List<Objective> objectives() {
        return List.of(errors(), responses(), plain("memory", "Memory", "MiB", 900, false), plain("queue", "Queue length", "",
                50, false),
                new Objective("users", "Concurrent users", "api", "prometheus", "users", "", "users", Bound.AT_MOST, 10_000,
                        false));
    }

    private static Objective errors() {
        return new Objective("error-rate", "Error rate", "api", "prometheus",
                "100 * failed{track=\"${track}\"} / all{track=\"${track}\"}", "",
                "%", Bound.AT_MOST, 0.1, true, new Counted("failed{track=\"${track}\"}[${window}]",
                        "all{track=\"${track}\"}[${window}]", 0.1, 10),
                new Judging("errors", 2, Duration.ZERO, 500), Set.of());
    }

    private static Objective responses() {
        return new Objective("p99", "Response time p99", "api", "prometheus", "p99{track=\"${track}\"}", "", "ms",
                Bound.AT_MOST, 200, true,
                new Counted("slow{track=\"${track}\"}[${window}]", "all{track=\"${track}\"}[${window}]", 1, 10),
                new Judging("latency", 1, Duration.ZERO, 500), Set.of());
    }

    private static Objective plain(String key, String title, String unit, double limit, boolean critical) {
        return new Objective(key, title, "api", "prometheus", key + "{track=\"${track}\"}", "", unit, Bound.AT_MOST, limit,
                critical, null,
                new Judging("resources", 1, Duration.ZERO, 10), Set.of());
    }

    public static Analysis analysis() {
        return new Analyst("production", _ -> new JudgedNight()).analyse("api", objectives(), FROM, TO, TO.plusSeconds(46));
    }

    @Override
    public Answer instant(String query, Instant at) {
        wait(query);
        boolean canary = query.contains("canary");
        double value = query.startsWith("failed") ? canary ? 98 : 11 : query.startsWith("slow") ? canary ? 61 : 188 : canary
                ? 10_204 : 30_911;
        return new Answer(List.of(new Series(Map.of(), List.of(new Sample(at, value)))), List.of());
    }

    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        wait(query);
        boolean canary = query.contains("canary");
        if (query.startsWith("queue") && canary) {
            return new Answer(List.of(), List.of());
        }
        Random random = new Random(query.hashCode());
        List<Sample> samples = new ArrayList<>();
        for (Instant at = from; !at.isAfter(to); at = at.plus(step)) {
            double value = middle(query, canary) * (0.85 + 0.3 * random.nextDouble());
            if (!canary || at.isBefore(LOST) || at.isAfter(FOUND)) {
                samples.add(new Sample(at, value));
            }
        }
        return new Answer(List.of(new Series(Map.of(), samples)), List.of());
    }

    private static double middle(String query, boolean canary) {
        return query.contains("failed") ? canary ? 0.96 : 0.036 : query.startsWith("p99") ? canary ? 163 : 158
                : query.startsWith("memory") ? canary ? 620 : 410 : 12;
    }

    private void wait(String query) {
        asked.incrementAndGet();
        try {
            held.await();
        } catch (InterruptedException e) {
            throw new FailureException(new Failure.TimedOut("Prometheus did not answer in time", "the question was ended.",
                    "Ask again."));
        }
        if (away) {
            throw new FailureException(new Failure.Unreachable("Prometheus did not answer", "connection refused.",
                    "Look at its pod."));
        }
    }
}
