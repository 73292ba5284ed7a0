package com.maily.console.sandbox.logs;

import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.Matcher;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.metrics.store.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A line with a trace for each failed request that the metrics counted, so that both tell of the same night. */
record FailedRequests(SeriesStore store) {

    /** An outage fails hundreds in a second; a sample of them tells as much. */
    private static final int MOST_A_SAMPLE = 25;
    private static final long BEFORE = Duration.ofSeconds(20).toMillis();
    private static final List<String> REQUESTS = List.of("GET /v1/campaigns", "POST /v1/messages", "GET /v1/inbox",
            "POST /v1/track");
    private static final List<String> CAUSES = List.of("connection pool exhausted after 2000 ms",
            "upstream timed out: ai-service",
            "deadlock detected, transaction rolled back");

    Stream<LogEvent> between(String environment, String service, Instant from, Instant to) {
        return store.select(List.of(new Matcher.Equal(Labels.NAME, "http_requests_total"),
                new Matcher.Equal("environment", environment))).stream()
                .filter(series -> series.labels().get("code").startsWith("5"))
                .filter(series -> service.isEmpty() || series.labels().get("component").equals(service))
                .flatMap(series -> lines(series, from, to).stream());
    }

    private static List<LogEvent> lines(TimeSeries series, Instant from, Instant to) {
        List<LogEvent> lines = new ArrayList<>();
        TimeSeries.Window window = series.between(from.toEpochMilli() - BEFORE, to.toEpochMilli() + BEFORE);
        for (int i = 1; i < window.count(); i++) {
            int failed = (int) Math.min(MOST_A_SAMPLE, window.value(i) - window.value(i - 1));
            long step = window.time(i) - window.time(i - 1);
            for (int one = 0; one < failed; one++) {
                lines.add(line(series.labels(), window.time(i - 1) + 1 + step * one / failed));
            }
        }
        return lines;
    }

    /** The same request has the same trace whenever it is asked for. */
    private static LogEvent line(Labels labels, long at) {
        SplittableRandom random = new SplittableRandom(labels.toString().hashCode() * 31L + at);
        String trace = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        String request = REQUESTS.get(random.nextInt(REQUESTS.size()));
        String cause = labels.get("code").equals("503") ? "no healthy upstream" : CAUSES.get(random.nextInt(CAUSES.size()));
        String message = "level=error msg=\"%s failed: %s\" status=%s track=%s version=%s".formatted(request, cause,
                labels.get("code"), labels.get("track"), labels.get("version"));
        return new LogEvent(trace, Instant.ofEpochMilli(at), "error", labels.get("component"), "", message, trace);
    }
}
