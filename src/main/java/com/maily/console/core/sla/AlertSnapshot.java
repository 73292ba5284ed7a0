package com.maily.console.core.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything an {@link AlertWatch} knows at one moment; immutable, so that screens can keep it.
 *
 * @param systems each monitoring system with what it told; empty where the environment names none
 */
public record AlertSnapshot(List<AlertReading> systems) {

    public static final AlertSnapshot EMPTY = new AlertSnapshot(List.of());

    private static final Comparator<AlertSpan> URGENT_FIRST = Comparator.comparing((AlertSpan span) -> !span.active())
            .thenComparing(span -> !span.firing()).thenComparing(AlertSpan::from, Comparator.reverseOrder())
            .thenComparing(span -> span.alert().id());

    public AlertSnapshot {
        systems = List.copyOf(systems);
    }

    /** Of all systems: firing ones first, then muted and pending ones, then those that ended; each newest first. */
    public List<AlertSpan> spans() {
        return systems.stream().flatMap(system -> system.spans().stream()).sorted(URGENT_FIRST).toList();
    }

    /** Those that lasted at some moment between the two. @param component empty for all */
    public List<AlertSpan> between(Instant from, Instant to, String component) {
        return spans().stream().filter(span -> span.from().isBefore(to) && span.to().filter(end -> !end.isAfter(from)).isEmpty())
                .filter(span -> component.isEmpty() || span.alert().component().equals(component)).toList();
    }

    /** How many fire; empty when no system is asked, or one did not tell lately, for then nobody knows. */
    public Optional<Long> firing(Instant now) {
        return !systems.isEmpty() && systems.stream().allMatch(system -> system.fresh(now))
                ? Optional.of(spans().stream().filter(AlertSpan::firing).count()) : Optional.empty();
    }
}
