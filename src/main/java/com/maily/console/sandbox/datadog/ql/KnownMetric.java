package com.maily.console.sandbox.datadog.ql;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the sandbox's Datadog has been sent, and under which names the sandbox keeps it. */
enum KnownMetric {
    REQUESTS("maily.http.requests", Kind.COUNT, "http_requests_total"),
    REQUEST_DURATION("maily.http.request.duration", Kind.DISTRIBUTION, "http_request_duration_seconds"),
    USERS("maily.users", Kind.GAUGE, "maily_concurrent_users"),
    TOKENS("maily.ai.tokens", Kind.COUNT, "ai_tokens_total"),
    INFERENCE_DURATION("maily.ai.inference.duration", Kind.DISTRIBUTION, "ai_inference_duration_seconds"),
    GAS("maily.polygon.gas", Kind.GAUGE, "polygon_gas_gwei");

    enum Kind { COUNT, GAUGE, DISTRIBUTION }

    private static final Map<String, String> LABELS = Map.of("service", "component", "env", "environment", "status", "code");

    private final String called;
    private final Kind kind;
    private final String stored;

    KnownMetric(String called, Kind kind, String stored) {
        this.called = called;
        this.kind = kind;
        this.stored = stored;
    }

    static Optional<KnownMetric> of(String called) {
        return Arrays.stream(values()).filter(metric -> metric.called.equals(called)).findFirst();
    }

    Kind kind() {
        return kind;
    }

    String stored() {
        return stored;
    }

    /** The sandbox's label for a tag. */
    static String label(String tag) {
        return LABELS.getOrDefault(tag, tag);
    }

    static List<String> labels(List<String> tags) {
        return tags.stream().map(KnownMetric::label).toList();
    }
}
