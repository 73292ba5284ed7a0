package com.maily.console.desktop;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The plan of the story's night. */
final class StoryPlan {
    private static final List<Weight> LADDER = Stream.of(5, 10, 25, 50, 100).map(Weight::ofPercent).toList();

    private StoryPlan() {
    }

    static Plan plan() {
        return new Plan(Plan.Intent.FORWARD, "production", "v2.1.0", "v2.0.4", List.of(
                new Phase(1, "Testing & Validation", "staging", testing()),
                new Phase(2, "Initial Production", "non-critical services", initial()),
                new Phase(3, "Full Production", "critical services", full())));
    }

    static Artifact image(String component) {
        return new Artifact.Image("v2.1.0", "ghcr.io/maily/" + component + ":v2.1.0");
    }

    private static List<Step> testing() {
        return List.of(job("1.1", "Build, sign & push images", 540), job("1.2", "Deploy to staging", 300, "1.1"),
                job("1.3", "Unit, integration & E2E tests", 600, "1.2"), job("1.4", "Security scan (Trivy, ZAP)", 660, "1.2"),
                job("1.5", "Chaos tests", 240, "1.3", "1.4"), job("1.6", "Load test, 10,000 users", 660, "1.3", "1.4"),
                new Step.Approve(base("1.7", "Approve phase 2", 60, "1.5", "1.6"), "Go on to production?"));
    }

    private static List<Step> initial() {
        return List.of(job("2.1", "Apply infrastructure", 180), job("2.2", "Back up & migrate database", 380, "2.1"),
                new Step.Deploy(base("2.3", "analytics-service", 240, "2.2"), "analytics", image("analytics")),
                new Step.Deploy(base("2.4", "campaign-service", 260, "2.2"), "campaign", image("campaign")),
                canary("2.5", "email-service canary", "email", false, 900, "2.3"),
                job("2.6", "Limits, probes, secrets", 330, "2.4"), job("2.7", "Monitoring set-up", 240, "2.6"),
                new Step.Approve(base("2.8", "Approve phase 3", 60, "2.5", "2.7"), "Go on to the critical services?"));
    }

    private static List<Step> full() {
        return List.of(job("3.1", "Redis ready", 90), canary("3.2", "api canary", "api", false, 1620, "3.1"),
                canary("3.3", "ai-service canary", "ai-service", false, 1500, "3.1"),
                canary("3.4", "frontend rolling release", "frontend", true, 1400, "3.1"),
                new Step.Deploy(base("3.5", "Blockchain services", 300, "3.2", "3.3", "3.4"), "blockchain", image("blockchain")),
                job("3.6", "Network policies", 180, "3.5"), job("3.7", "SLA monitoring", 180, "3.5"),
                job("3.8", "Distributed tracing", 180, "3.6"),
                new Step.Soak(base("3.9", "Smoke tests & stabilisation", 900, "3.7", "3.8"), Duration.ofMinutes(15),
                        List.of("api")));
    }

    private static Step job(String id, String title, long planned, String... after) {
        return new Step.RunJob(base(id, title, planned, after), id, "ghcr.io/maily/jobs:v2.1.0", List.of("run", id));
    }

    private static Step canary(String id, String title, String component, boolean approval, long planned, String... after) {
        return new Step.Canary(base(id, title, planned, after), component,
                component.equals("frontend") ? new Artifact.Build("v2.1.0", "9f3c1ab") : image(component), LADDER,
                Duration.ofMinutes(5), approval);
    }

    private static Step.Base base(String id, String title, long planned, String... after) {
        return new Step.Base(id, title, Stage.KUBERNETES, id.startsWith("1") ? "staging" : "production", List.of(after),
                Duration.ofSeconds(planned), Duration.ofHours(2));
    }
}
