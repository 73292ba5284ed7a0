package com.maily.console.sandbox.world;

import com.maily.console.sandbox.SandboxClock;
import com.maily.console.sandbox.cluster.ImageBehaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maily's images in the sandbox's cluster: how long they take to become ready, what jobs do, and what both write. */
public final class ScenarioImages implements ImageBehaviour {

    /** What an image is called whose jobs fail whatever the scenario, for clients that only have the wire. */
    private static final String FAILING = "failing";
    private static final double QUICKEST_SECONDS = 8;
    private static final double SLOWEST_SECONDS = 20;
    private static final int SECONDS_BETWEEN_LINES = 2;
    private static final List<String> REQUESTS = List.of("GET /v1/campaigns", "POST /v1/messages", "GET /v1/inbox",
            "GET /v1/contacts", "POST /v1/track", "GET /healthz");

    private record Started(Instant at, JobScript script, boolean succeeds) { }

    private final SandboxClock clock;
    private final Faults faults;
    private final Noise noise;
    private final Map<String, Started> jobs = new HashMap<>();

    public ScenarioImages(SandboxClock clock, Faults faults, long seed) {
        this.clock = clock;
        this.faults = faults;
        this.noise = new Noise(seed);
    }

    @Override
    public Startup start(String image, String pod) {
        double seconds = QUICKEST_SECONDS + (SLOWEST_SECONDS - QUICKEST_SECONDS) * noise.uniform("start " + pod, 0);
        Duration after = Duration.ofMillis((long) (1000 * seconds));
        return faults.isNeverReady(component(image), NamespaceRoutes.tag(image)) ? new Startup.Unready(after)
                : new Startup.Ready(after);
    }

    private static String component(String image) {
        String named = image.replaceFirst("[@:][^/]*$", "");
        return named.substring(named.lastIndexOf('/') + 1);
    }

    @Override
    public Run job(String image, String job) {
        JobScript script = JobScript.of(image, job);
        Started started = new Started(clock.instant(), script, !faults.isFailing(script.key())
                && !component(image).equals(FAILING));
        jobs.put(job, started);
        return new Run(script.duration(), started.succeeds());
    }

    @Override
    public List<LogLine> log(String image, String pod, Instant since, Instant until) {
        // A job's pod is called after its job, with a random ending.
        Optional<Started> job = Optional.ofNullable(jobs.get(pod.substring(0, Math.max(0, pod.lastIndexOf('-')))));
        return job.map(ScenarioImages::output).orElseGet(() -> requests(pod, since, until)).stream()
                .filter(line -> line.at().isAfter(since) && !line.at().isAfter(until)).toList();
    }

    private static List<LogLine> output(Started job) {
        List<LogLine> lines = new ArrayList<>();
        List<String> output = job.script().output();
        for (int i = 1; i <= output.size(); i++) {
            // The end is noted in whole seconds, so that the last line must come a little earlier.
            Instant at = job.at().plus(job.script().duration().minusSeconds(2).multipliedBy(i).dividedBy(output.size()));
            boolean last = i == output.size();
            lines.add(new LogLine(at, last && !job.succeeds() ? job.script().failure() : output.get(i - 1)));
        }
        return lines;
    }

    private List<LogLine> requests(String pod, Instant since, Instant until) {
        List<LogLine> lines = new ArrayList<>();
        for (long second = since.getEpochSecond() + 1; second <= until.getEpochSecond(); second++) {
            if (second % SECONDS_BETWEEN_LINES == 0) {
                double chance = noise.uniform(pod, second);
                String request = REQUESTS.get((int) (chance * REQUESTS.size()));
                lines.add(new LogLine(Instant.ofEpochSecond(second),
                        "level=info msg=\"" + request + "\" status=200 duration_ms=" + (12 + (int) (chance * 70))));
            }
        }
        return lines;
    }
}
