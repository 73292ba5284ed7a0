package com.maily.console.platforms.prometheus;

import com.maily.console.core.port.MetricSource;
import com.maily.console.platforms.http.HttpCall;
import com.maily.console.platforms.http.JsonClient;
import com.maily.console.platforms.http.ServerClock;
import com.maily.console.platforms.http.ServerTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Queries Prometheus. Written here because no maintained Java client of the query API exists; {@code client_java} only exposes
 * metrics. Where the server's clock differs from ours, it is asked in its own time and answers in ours. Safe for use by several
 * threads.
 */
public final class PrometheusSource implements MetricSource, AutoCloseable {

    private static final String NAME = "Prometheus";
    /** Of Mimir and Cortex: whose metrics are meant. */
    private static final String TENANT = "header.X-Scope-OrgID";

    private final JsonClient http;
    private final ServerTime time;
    private final Map<String, String> options;

    PrometheusSource(JsonClient http, Map<String, String> options) {
        this.http = http;
        this.time = new ServerTime(http.clock(), NAME);
        this.options = Map.copyOf(options);
    }

    /**
     * From a connection of the workspace file.
     *
     * @param settings {@code url} with any path prefix; {@code token}, or {@code username} and {@code password};
     *                 {@code header.NAME}; {@code tenant} of Mimir and Cortex; {@code dedup} and {@code partial-response} of
     *                 Thanos
     */
    public static PrometheusSource of(Map<String, String> settings) {
        return of(settings, InstantSource.system());
    }

    /** @param ours this machine's clock, which the server's is compared with */
    public static PrometheusSource of(Map<String, String> settings, InstantSource ours) {
        Map<String, String> all = new TreeMap<>(settings);
        Optional.ofNullable(settings.get("tenant")).ifPresent(tenant -> all.put(TENANT, tenant));
        Map<String, String> options = new TreeMap<>();
        Optional.ofNullable(settings.get("dedup")).ifPresent(wanted -> options.put("dedup", wanted));
        Optional.ofNullable(settings.get("partial-response")).ifPresent(wanted -> options.put("partial_response", wanted));
        return new PrometheusSource(new JsonClient(JsonClient.Settings.of(NAME, all, "http://localhost:9090"),
                PrometheusFailures::of, ours), options);
    }

    /** The server's version: the cheapest proof that it answers us. */
    public String buildInfo() {
        return http.send(HttpCall.get("/api/v1/status/buildinfo")).path("data").path("version").asText("an unknown version");
    }

    /** What its clock shows, beside ours. */
    public ServerClock clock() {
        return http.clock();
    }

    @Override
    public Answer instant(String query, Instant at) {
        return time.ask(ahead -> List.of(ask("/api/v1/query", Map.of("query", query, "time", seconds(at.plus(ahead))))))
                .getFirst();
    }

    /** The ends are moved down to multiples of {@code step}. */
    @Override
    public Answer range(String query, Instant from, Instant to, Duration step) {
        RangeParts range = RangeParts.of(from, to, step);
        return RangeParts.joined(time.ask(ahead -> range.parts().stream().map(part -> ask("/api/v1/query_range", Map.of(
                "query", query, "start", seconds(part.from().plus(ahead)), "end", seconds(part.to().plus(ahead)),
                "step", decimal(step.toMillis())))).toList()));
    }

    /** Always POST: queries are longer than addresses may be. */
    private Answer ask(String path, Map<String, String> form) {
        Map<String, String> all = new TreeMap<>(options);
        all.putAll(form);
        return http.send(HttpCall.post(path).form(all), AnswerDecoder::decode);
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
