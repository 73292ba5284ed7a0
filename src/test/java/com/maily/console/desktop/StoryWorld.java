package com.maily.console.desktop;

import com.maily.console.core.port.Compute;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Track;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the platforms say in the story. */
public final class StoryWorld {
    private StoryWorld() {
    }

    public static List<SourceState> sources() {
        return List.of(source("Kubernetes", 5, 1), source("Vercel", 10, 4), source("Prometheus", 5, 2));
    }

    public static SourceState source(String name, int interval, int age) {
        return new SourceState(name, Duration.ofSeconds(interval), Optional.of(Story.NOW.minusSeconds(age)), "");
    }

    public static List<Pod> canaryPods() {
        List<Pod> pods = new ArrayList<>();
        for (String suffix : List.of("x2k9q", "qm4zt", "8vl2c", "hn7ws", "p5r8d", "t6w2m")) {
            pods.add(new Pod("maily-api-canary-7c9d5f6b8-" + suffix, "maily", "api", Track.CANARY, "v2.1.0", "7c9d5f6b8",
                    suffix.equals("hn7ws") ? "Pending" : "Running", !suffix.equals("hn7ws"), 0, "eu-west-1",
                    Story.NOW.minusSeconds(suffix.equals("hn7ws") ? 14 : 900), "ip-10-2-31-7", List.of("maily-api"),
                    new Compute(100, 128L << 20), new Compute(500, 512L << 20)));
        }
        return pods;
    }

    public static List<String> log() {
        return List.of("03:11:57 analysis 42/60 samples 38,904 enough", "03:12:02 analysis 43/60 5xx 2 of 38,904 ok",
                "03:12:12 analysis 44/60 error-rate .005% < .010%", "03:12:17 analysis 45/60 p99 158ms < 200ms",
                "03:12:27 pod hn7ws scheduled ip-10-2-31-7", "03:12:31 pod x2k9q readiness ok /health 200",
                "03:12:32 pod hn7ws pulling ghcr.io/maily/api", "03:12:39 pod hn7ws started container api",
                "03:12:44 weight desired=25 observed=24.6");
    }
}
