package com.maily.console.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Criticality;
import com.maily.console.core.model.Routing;
import com.maily.console.core.model.Weight;
import com.maily.console.core.port.Track;
import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.vercel.SandboxRollingRelease;
import com.maily.console.sandbox.vercel.SandboxVercelDeployer;
import com.maily.console.sandbox.vercel.VercelWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VercelRoutesTest {

    private static final Component FRONTEND = new Component("frontend", Criticality.CRITICAL, "vercel", "maily-frontend",
            new Routing(Routing.ROLLING_RELEASE, ""), List.of(), Stream.of(5, 25, 50, 100).map(Weight::ofPercent).toList());

    private final SandboxClock clock = SandboxClock.manual(Instant.parse("2026-11-21T09:00:00Z"));
    private final VercelWorld vercel = new VercelWorld(clock, 77);
    private final Routes routes = new VercelRoutes(Map.of("production", vercel));

    @Test
    void theFrontendIsSplitAsTheEdgeSplitsIt() {
        assertThat(routes.backends("production", "frontend")).containsExactly(new Backend(Track.STABLE, "v2.0.4", 1, 100));
        new SandboxVercelDeployer(vercel).deploy(FRONTEND, Track.CANARY, new Artifact.Build("v2.1.0", "v2.1.0"));
        clock.advance(Duration.ofMinutes(2));
        new SandboxRollingRelease(vercel).set(FRONTEND, Weight.ofPercent(25));
        clock.advance(Duration.ofSeconds(5));
        assertThat(routes.backends("production", "frontend")).containsExactly(new Backend(Track.STABLE, "v2.0.4", 1, 75),
                new Backend(Track.CANARY, "v2.1.0", 1, 25));
    }

    @Test
    void componentsItDoesNotKnowAreLeftToOtherRoutes() {
        Backend other = new Backend(Track.STABLE, "v1", 1, 1);
        assertThat(routes.backends("production", "api")).isEmpty();
        assertThat(routes.or((_, _) -> List.of(other)).backends("production", "api")).containsExactly(other);
        assertThat(routes.or((_, _) -> List.of(other)).backends("production", "frontend")).doesNotContain(other);
    }
}
