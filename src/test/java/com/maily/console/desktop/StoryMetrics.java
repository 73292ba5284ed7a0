package com.maily.console.desktop;

import com.maily.console.core.model.ClockSetting;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Objective;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.sla.MetricCurve;
import com.maily.console.core.sla.MetricLine;
import com.maily.console.core.sla.MetricLine.Side;
import com.maily.console.core.sla.MetricSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The workspace of the story's night, and what its metrics looked like. */
public final class StoryMetrics {

    public static final List<Weight> LADDER = Stream.of(5, 10, 25, 50, 100).map(Weight::ofPercent).toList();
    private static final Duration STEP = Duration.ofSeconds(15);

    private StoryMetrics() { }

    public static Workspace workspace() {
        return new Workspace("maily", List.of(component("redis", Routing.NONE, "", "kubernetes", "deployment/redis"),
                component("email", Routing.REPLICA_RATIO, "email-service", "kubernetes", "deployment/email-service"),
                component("campaign", Routing.NONE, "", "kubernetes", "deployment/campaign-service"),
                component("api", Routing.GATEWAY_API, "maily-api", "kubernetes", "deployment/maily-api"),
                component("ai-service", Routing.GATEWAY_API, "ai-mesh", "kubernetes", "deployment/ai-mesh"),
                component("frontend", Routing.ROLLING_RELEASE, "", "vercel", "maily-frontend")),
                List.of(new Environment("staging", false, Map.of()), new Environment("production", true, Map.of())), objectives(), Map.of(),
                Map.of(), List.of(Story.release(), new Release("v2.0.4", Map.of(), "", "", "")), ClockSetting.WALL);
    }

    private static Component component(String name, String kind, String router, String platform, String target) {
        return new Component(name, Criticality.CRITICAL, platform, target, new Routing(kind, router), List.of(), LADDER);
    }

    private static List<Objective> objectives() {
        List<Objective> all = new ArrayList<>();
        for (String name : List.of("api", "ai-service", "frontend", "email")) {
            all.add(objective(name, "availability", "Availability", "%", Objective.Bound.AT_LEAST, 99.99));
            all.add(objective(name, "p99", "p99 latency", "ms", Objective.Bound.AT_MOST, name.equals("ai-service") ? 700 : 200));
            all.add(objective(name, "error-rate", "Error rate", "%", Objective.Bound.AT_MOST, 0.01));
        }
        all.add(new Objective("users", "Concurrent users", "api", "prometheus", "maily_concurrent_users", "", "users",
                Objective.Bound.AT_MOST, 10_000, false));
        return all;
    }

    private static Objective objective(String component, String key, String title, String unit, Objective.Bound bound, double limit) {
        return new Objective(key, title, component, "prometheus", key + "{component=\"${component}\",environment=\"${environment}\",track=\"${track}\"}",
                key.equals("error-rate") ? "requests{component=\"${component}\",environment=\"${environment}\",track=\"${track}\"}" : "", unit, bound, limit, true,
                key.equals("p99") ? null : new Objective.Counted("bad{component=\"${component}\",track=\"${track}\"}[${window}]",
                        "total{component=\"${component}\",track=\"${track}\"}[${window}]", 0.01, 10));
    }

    /** Six hours of every line, ending {@code age} before the story's now. */
    public static MetricSnapshot metrics(Duration age) {
        Map<MetricLine, MetricCurve> curves = new HashMap<>();
        for (Objective objective : workspace().objectives()) {
            for (Side side : objective.query().contains("${track") ? Side.values() : new Side[] {Side.TOTAL}) {
                put(curves, MetricLine.of(objective, side), age);
                if (!objective.samples().isEmpty()) {
                    put(curves, MetricLine.requests(objective, side), age);
                }
            }
        }
        return new MetricSnapshot(curves);
    }

    private static void put(Map<MetricLine, MetricCurve> curves, MetricLine line, Duration age) {
        double middle = line.requests() ? line.side() == Side.CANARY ? 20_400 : 61_800 : switch (line.objective().key()) {
            case "availability" -> 99.9953;
            case "p99" -> line.objective().component().equals("ai-service") ? line.side() == Side.CANARY ? 724 : 612 : 160;
            case "users" -> 6_400;
            default -> 0.0048;
        };
        double swing = line.objective().key().equals("availability") && !line.requests() ? 0.004 : middle * 0.12;
        Instant end = Story.NOW.minus(age);
        Random random = new Random(line.hashCode());
        List<Sample> samples = new ArrayList<>();
        double value = middle;
        for (int i = line.side() == Side.CANARY ? 60 : 1_440; i >= 0; i--) {
            value += (random.nextDouble() - 0.5) * swing * 0.5 + (middle - value) * 0.12;
            samples.add(new Sample(end.minus(STEP.multipliedBy(i)), value));
        }
        curves.put(line, new MetricCurve(line, samples, STEP, new SourceState("Prometheus", Duration.ofSeconds(5),
                Optional.of(end.plusSeconds(1)), ""), line.query("production", Duration.ofMinutes(2)), List.of(), Optional.empty()));
    }
}
