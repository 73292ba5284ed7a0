package com.maily.console.core.port;

import java.util.List;

/** What one monitoring system says is wrong in an environment right now. */
public interface Alerts {

    /** The system as people call it. */
    String system();

    /** Those that have not ended. @throws com.maily.console.core.model.FailureException when it cannot be told: never an empty list */
    List<Alert> active();
}
