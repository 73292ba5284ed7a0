package com.maily.console.core.port;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something a monitoring system says is wrong.
 *
 * @param id        the system's own, stable while the alert lasts
 * @param system    who says so: {@code Alertmanager}, {@code Datadog}
 * @param severity  as the system words it, such as {@code critical}; empty when it does not say
 * @param component the component it is about, empty when that cannot be told
 * @param summary   one sentence for people, empty when there is none
 * @param since     when it began
 * @param link      where more is told of it
 */
public record Alert(String id, String name, String system, State state, String severity, String component, String summary,
                    Instant since, Optional<URI> link, Map<String, String> labels) {

    /** Only {@code FIRING} calls for somebody; a muted one is wrong all the same. */
    public enum State { PENDING, FIRING, MUTED }

    public Alert {
        labels = Map.copyOf(labels);
    }
}
