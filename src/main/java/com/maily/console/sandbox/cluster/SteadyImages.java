package com.maily.console.sandbox.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Images without trouble: ready after a fixed time, jobs that succeed, one log line every second. */
public record SteadyImages(Duration ready, Duration job) implements ImageBehaviour {

    public SteadyImages() {
        this(Duration.ofSeconds(3), Duration.ofSeconds(20));
    }

    @Override
    public Startup start(String image, String pod) {
        return new Startup.Ready(ready);
    }

    @Override
    public Run job(String image, String name) {
        return new Run(job, true);
    }

    @Override
    public List<LogLine> log(String image, String pod, Instant since, Instant until) {
        List<LogLine> lines = new ArrayList<>();
        for (long second = since.getEpochSecond() + 1; second <= until.getEpochSecond(); second++) {
            lines.add(new LogLine(Instant.ofEpochSecond(second), "level=info msg=\"request served\" n=" + second % 100_000));
        }
        return lines;
    }
}
