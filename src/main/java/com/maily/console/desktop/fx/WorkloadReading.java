package com.maily.console.desktop.fx;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.Rights;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.WorkloadFacts;
import java.util.Map;
import java.util.Optional;

/**
 * How the workload of one component is set up, and what our account may not do to it, as last read.
 *
 * @param facts   empty until they have been read, and for good where the platform has none to tell
 * @param denied  what is off, with the missing right named; what is not in it may be tried
 * @param failure why the newest question went unanswered
 */
public record WorkloadReading(String environment, Component component, Optional<WorkloadFacts> facts,
                              Map<Rights.Action, Failure> denied, SourceState source, Optional<Failure> failure) {
    public WorkloadReading {
        denied = Map.copyOf(denied);
    }

    /** Whether the platform has answered that there is nothing it could tell. */
    public boolean nothing() {
        return facts.isEmpty() && failure.isEmpty() && source.lastGood().isPresent();
    }
}
