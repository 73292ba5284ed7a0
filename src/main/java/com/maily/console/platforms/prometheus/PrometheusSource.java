package com.maily.console.platforms.prometheus;

import com.maily.console.core.port.MetricSource;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Queries Prometheus. Written here because no maintained Java client of the query API exists; {@code client_java} only exposes
 * metrics. Safe for use by several threads.
 */
public final class PrometheusSource implements MetricSource, AutoCloseable {

    private final JsonClient http;

    PrometheusSource(JsonClient http) {
        this.http = http;
    }

    /**
     * From a connection of the workspace file.
     *
     * @param settings {@code url} with any path prefix; {@code token}, or {@code username} and {@code password};
     *                 {@code header.NAME}
     */
    public static PrometheusSource of(Map<String, String> settings) {
        return new PrometheusSource(new JsonClient(JsonClient.Settings.of("Prometheus", settings, "http://localhost:9090"),
                PrometheusFailures::of));
    }

    /** The server's version: the cheapest proof that it answers us. */
    public String buildInfo() {
        return http.send(HttpCall.get("/api/v1/status/buildinfo")).path("data").path("version").asText("an unknown version");
    }

    @Override
    public Answer instant(String query, Instant at) {
        return ask("/api/v1/query", Map.of("query", query, "time", seconds(at)));
    }

    /** The ends are moved down to multiples of {@code step}. */
    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        RangeParts range = RangeParts.of(from, to, step);
        List<Answer> answers = new ArrayList<>();
        for (RangeParts.Part part : range.parts()) {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("query", query);
            form.put("start", seconds(part.from()));
            form.put("end", seconds(part.to()));
            form.put("step", decimal(step.toMillis()));
            answers.add(ask("/api/v1/query_range", form));
        }
        return RangeParts.joined(answers);
    }

    /** Always POST: queries are longer than addresses may be. */
    private Answer ask(String path, Map<String, String> form) {
        return http.send(HttpCall.post(path).form(form), AnswerDecoder::decode);
    }

    private static String seconds(Instant at) {
        return decimal(at.toEpochMilli());
    }

    /** Unix seconds with decimals, as Prometheus reads them. */
    private static String decimal(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() {
        http.close();
    }
}
