package com.maily.console.core.sla;

import com.maily.console.core.port.Alert;
import com.maily.console.core.port.SourceState;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert over the time it lasted: a band on a timeline or a chart.
 *
 * @param alert  as it was last told of; its state may have changed while it lasted
 * @param from   when it began
 * @param to     when it was first told of no more; empty while it lasts, or while nobody can tell
 * @param source how fresh what its system says is
 */
public record AlertSpan(Alert alert, Instant from, Optional<Instant> to, SourceState source) {

    /** Whether it had not ended when its system was last asked. */
    public boolean active() {
        return to.isEmpty();
    }

    /** Whether it calls for somebody. */
    public boolean firing() {
        return active() && alert.state() == Alert.State.FIRING;
    }

    AlertSpan ended(Instant at) {
        return new AlertSpan(alert, from, Optional.of(at.isBefore(from) ? from : at), source);
    }

    AlertSpan told(SourceState state) {
        return new AlertSpan(alert, from, to, state);
    }
}
