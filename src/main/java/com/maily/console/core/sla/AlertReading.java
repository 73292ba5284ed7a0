package com.maily.console.core.sla;

import com.maily.console.core.model.Failure;
import com.maily.console.core.port.SourceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one monitoring system has told.
 *
 * @param source  how fresh that is
 * @param spans   its alerts, those that have not ended first and then by their beginning, newest first
 * @param failure why the newest question went unanswered; the spans are then those of the last good answer
 */
public record AlertReading(SourceState source, List<AlertSpan> spans, Optional<Failure> failure) {

    public AlertReading {
        spans = List.copyOf(spans);
    }

    /** Whether it may be taken for the present; one that is not is never "no alerts". */
    public boolean fresh(Instant now) {
        return switch (source.freshness(now)) {
            case LIVE, AGEING -> true;
            case STALE, LOST, NEVER -> false;
        };
    }
}
