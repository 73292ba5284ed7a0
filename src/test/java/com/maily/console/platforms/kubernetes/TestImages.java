package com.maily.console.platforms.kubernetes;

import com.maily.console.sandbox.cluster.ImageBehaviour;
import com.maily.console.sandbox.cluster.SteadyImages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Images that behave as their version says: {@code broken} is never pulled, {@code crash} ends at once, {@code failing} jobs
 * fail.
 */
final class TestImages implements ImageBehaviour {

    private final ImageBehaviour steady = new SteadyImages();

    @Override
    public Startup start(String image, String pod) {
        if (image.contains("broken")) {
            return new Startup.PullError(Duration.ofSeconds(1), "manifest unknown");
        }
        return image.contains("crash") ? new Startup.Crash(Duration.ofSeconds(1), 1, "Error") : steady.start(image, pod);
    }

    @Override
    public Run job(String image, String job) {
        return new Run(Duration.ofSeconds(10), !image.contains("failing"));
    }

    @Override
    public List<LogLine> log(String image, String pod, Instant since, Instant until) {
        return steady.log(image, pod, since, until);
    }
}
