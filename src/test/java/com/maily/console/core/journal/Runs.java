package com.maily.console.core.journal;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Phase;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Release;
import com.maily.console.core.model.Stage;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small deployment, and entries for it, to fold. */
public final class Runs {

    public static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Artifact API = new Artifact.Image("v2.1.0", "ghcr.io/maily/api:v2.1.0");

    private Runs() { }

    /** Two phases: 1.1 deploy email, 1.2 approve, 2.1 canary of api. */
    public static Plan plan(String environment) {
        Phase first = new Phase(1, "Non-critical", "", List.of(
                new Step.Deploy(base("1.1", environment), "email", API),
                new Step.Approve(base("1.2", environment), "Go on?")));
        Phase second = new Phase(2, "Critical", "", List.of(new Step.Canary(base("2.1", environment), "api", API,
                List.of(Weight.ofPercent(10), Weight.FULL), Duration.ofMinutes(5), false)));
        return new Plan(Plan.Intent.FORWARD, environment, "v2.1.0", "v2.0.4", List.of(first, second));
    }

    private static Step.Base base(String id, String environment) {
        return new Step.Base(id, "Step " + id, Stage.KUBERNETES, environment, List.of(), Duration.ofMinutes(2),
                Duration.ofMinutes(10));
    }

    public static Event.DeploymentStarted started() {
        return started("production");
    }

    public static Event.DeploymentStarted started(String environment) {
        return new Event.DeploymentStarted(plan(environment), new Release("v2.1.0", Map.of("api", API), "", "", ""), "",
                "because");
    }

    /** The entry that comes {@code sequence} seconds after {@link #START}. */
    public static Entry entry(long sequence, String deployment, Event event) {
        return new Entry(sequence, START.plusSeconds(sequence), deployment, Actor.SYSTEM, event, Entry.GENESIS, Entry.GENESIS);
    }

    /** A run folded from its start and these events, one a second. */
    public static Deployment after(Event... events) {
        Deployment deployment = Deployment.started(entry(1, "d-1", started()), started());
        for (int i = 0; i < events.length; i++) {
            deployment = deployment.apply(entry(i + 2, "d-1", events[i]));
        }
        return deployment;
    }
}
