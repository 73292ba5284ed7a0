package com.maily.console.core.port;

import java.util.List;

/** The health endpoints of an environment. */
public interface HealthChecks {

    /** What each last answered. Never blocks and never fails: an endpoint that does not answer is a reading too. */
    List<HealthReading> readings();

    /** The same, but waits until each was asked once, which takes no longer than the most patient of them. */
    default List<HealthReading> awaited() {
        return readings();
    }
}
