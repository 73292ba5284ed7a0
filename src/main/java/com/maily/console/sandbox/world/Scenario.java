package com.maily.console.sandbox.world;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is going to happen in the sandbox. */
public enum Scenario implements VersionBehaviour {

    /** Every version is good. */
    SMOOTH,
    /** The new api does not bear production's load: fine at 10 % of it, clearly bad at 25 %. */
    CANARY_REGRESSION,
    /** The new version runs everywhere since before the sandbox began; its api goes bad a while later. */
    ROLLBACK_DRILL,
    /** The same, and Git wants the new version: Argo CD heals whatever is changed by hand. */
    GITOPS;

    public static final String OLDER = "v2.0.3";
    public static final String OLD = "v2.0.4";
    public static final String NEW = "v2.1.0";

    /** When the drill's trouble begins. */
    static final Duration CALM = Duration.ofSeconds(90);

    private static final double BEARABLE = 30;
    private static final double WORST = 4;
    private static final double ERRORS_PER_STEP = 0.023;
    private static final double SECONDS_PER_STEP = 0.25;

    /** As written on the command line: {@code canary-regression}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Scenario> of(String key) {
        return Arrays.stream(values()).filter(scenario -> scenario.key().equals(key)).findFirst();
    }

    /** What every component runs when the sandbox begins. */
    public String runningVersion() {
        return switch (this) {
            case SMOOTH, CANARY_REGRESSION -> OLD;
            case ROLLBACK_DRILL, GITOPS -> NEW;
        };
    }

    /** What every component ran before that. */
    public String previousVersion() {
        return switch (this) {
            case SMOOTH, CANARY_REGRESSION -> OLDER;
            case ROLLBACK_DRILL, GITOPS -> OLD;
        };
    }

    /** Whether Argo CD applies what Git says by itself. */
    public boolean selfHeals() {
        return this == GITOPS;
    }

    @Override
    public Behaviour of(Load load, String version, double requestsPerSecond, Duration since) {
        if (!version.equals(NEW) || !load.component().equals("api")) {
            return load.healthy();
        }
        return switch (this) {
            case SMOOTH -> load.healthy();
            case CANARY_REGRESSION -> strained(load.healthy(), (requestsPerSecond - BEARABLE) / BEARABLE);
            case ROLLBACK_DRILL, GITOPS ->
                    load.production() && since.compareTo(CALM) >= 0 ? strained(load.healthy(), 1) : load.healthy();
        };
    }

    /** A connection pool that is too small: one step is 30 requests per second more than it bears. */
    private static Behaviour strained(Behaviour healthy, double steps) {
        double much = Math.clamp(steps, 0, WORST);
        return new Behaviour(healthy.errorRate() + much * ERRORS_PER_STEP, healthy.median() * (1 + 0.4 * much),
                healthy.p99() + much * SECONDS_PER_STEP);
    }
}
