package com.maily.console.sandbox.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How images behave when they are run: the scenario's say in what the cluster does. Called under the clock's lock. */
public interface ImageBehaviour {

    /** What becomes of a container after its pod was placed on a node. */
    sealed interface Startup {
        /** It becomes ready after {@code after}. */
        record Ready(Duration after) implements Startup { }
        /** It runs, but its readiness probe never passes. */
        record Unready(Duration after) implements Startup { }
        /** Its image cannot be pulled. @param why the registry's answer, for example {@code manifest unknown} */
        record PullError(Duration after, String why) implements Startup { }
        /** It ends by itself each time it is started, after running for {@code runs}. */
        record Crash(Duration runs, int exitCode, String reason) implements Startup { }
    }

    /** How long a job's pod runs, and whether it ends well. */
    record Run(Duration duration, boolean succeeds) { }

    /** One line of a container's output. */
    record LogLine(Instant at, String text) { }

    Startup start(String image, String pod);

    Run job(String image, String job);

    /** The lines written from {@code since} until {@code until}, oldest first; asking again gives the same. */
    List<LogLine> log(String image, String pod, Instant since, Instant until);

    /** How long a container takes to end when it is told to. */
    default Duration stop(String image) {
        return Duration.ofSeconds(1);
    }
}
