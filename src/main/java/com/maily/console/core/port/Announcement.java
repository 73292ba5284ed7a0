package com.maily.console.core.port;

import com.maily.console.core.model.Artifact;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What other tools are told of a deployment, so that their charts show it.
 *
 * @param deployment its identity
 * @param title      a short line: {@code Deploy v2.1.0 to production}
 * @param artifacts  by component, what runs once it is done
 * @param started    when its first step began
 * @param ended      when it was over; empty while it lasts
 */
public record Announcement(String deployment, String environment, Kind kind, String version, String title, String text,
                           Map<String, Artifact> artifacts, Instant started, Optional<Instant> ended) {

    /** How it stands. */
    public enum Kind { STARTED, SUCCEEDED, FAILED, ROLLED_BACK }

    public Announcement {
        artifacts = Map.copyOf(artifacts);
    }
}
