package com.maily.console.core.port;

import java.util.List;

/** The health endpoints of an environment. */
public interface HealthChecks {

    /** What each last answered. Never blocks and never fails: an endpoint that does not answer is a reading too. */
    List<HealthReading> readings();
}
