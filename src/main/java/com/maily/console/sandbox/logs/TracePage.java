package com.maily.console.sandbox.logs;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/** What stands in for a tracing tool's screen: the lines that carry one trace. */
record TracePage(LogWorld world) {

    private static final Duration KEPT = Duration.ofHours(3);
    private static final int MOST = 200;

    /** The newest traces of a component. */
    String search(String environment, String service) {
        Instant now = world.clock().instant();
        return "Traces of " + service + ", newest first\n\n" + world.between(environment, service, now.minus(KEPT), now).stream()
                .filter(line -> !line.trace().isEmpty()).limit(MOST).map(line -> line.at() + "  " + line.trace() + "  "
                + line.message())
                .collect(Collectors.joining("\n")) + "\n";
    }

    String of(String environment, String trace) {
        Instant now = world.clock().instant();
        String lines = world.between(environment, "", now.minus(KEPT), now).stream().filter(line -> line.trace().equals(trace))
                .map(line -> line.at() + "  " + line.service() + "  " + line.message()).collect(Collectors.joining("\n"));
        return "Trace " + trace + "\n\n" + (lines.isEmpty() ? "No line of the last three hours carries it." : lines) + "\n";
    }
}
