package com.maily.console.sandbox.datadog;

import com.maily.console.sandbox.SandboxClock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many requests of a kind are allowed in a minute of the sandbox's time. */
final class Budgets {

    static final long PERIOD = 60;

    private record Spent(long period, int requests) { }

    private final SandboxClock clock;
    private final Map<String, Spent> spent = new HashMap<>();
    private int limit = 600;

    Budgets(SandboxClock clock) {
        this.clock = clock;
    }

    synchronized void limit(int requests) {
        limit = requests;
        spent.clear();
    }

    /** One request. @return the headers that tell of its budget; {@code X-RateLimit-Remaining} is below 0 for one too many */
    synchronized Map<String, String> spend(String path) {
        long now = clock.instant().getEpochSecond();
        String name = name(path);
        Spent before = spent.getOrDefault(name, new Spent(now / PERIOD, 0));
        int requests = before.period() == now / PERIOD ? before.requests() + 1 : 1;
        spent.put(name, new Spent(now / PERIOD, requests));
        return headers(name, limit - requests, PERIOD - now % PERIOD);
    }

    Map<String, String> headers(String name, int left, long reset) {
        return new TreeMap<>(Map.of("X-RateLimit-Name", name, "X-RateLimit-Limit", Integer.toString(limit),
                "X-RateLimit-Period", Long.toString(PERIOD), "X-RateLimit-Remaining", Integer.toString(left),
                "X-RateLimit-Reset", Long.toString(reset)));
    }

    /** Both ways of v2 to ask for metrics share one. */
    static String name(String path) {
        if (path.startsWith("/api/v2/query/")) {
            return "batch_query";
        }
        return path.split("/").length > 3 ? path.split("/")[3] : "other";
    }
}
