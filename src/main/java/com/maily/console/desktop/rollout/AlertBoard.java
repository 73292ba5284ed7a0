package com.maily.console.desktop.rollout;

import com.maily.console.core.sla.AlertSnapshot;
import com.maily.console.desktop.shell.AlertSum;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The alerts a timeline shows: those that have not ended, whenever they began, and those that lasted while it did.
 *
 * @param sum empty where no system is asked; then there is nothing to show
 */
record AlertBoard(Optional<AlertSum> sum, List<AlertLine> lines, Instant now) {

    static final AlertBoard NONE = new AlertBoard(Optional.empty(), List.of(), Instant.EPOCH);

    static AlertBoard of(AlertSnapshot snapshot, Instant from, Instant to, Instant now) {
        List<AlertLine> lines = snapshot.spans().stream()
                .filter(span -> span.active() || span.from().isBefore(to) && span.to().filter(end -> end.isAfter(from)).isPresent())
                .map(span -> AlertLine.of(span, now)).sorted(Comparator.comparingInt(AlertLine::rank)).toList();
        return new AlertBoard(AlertSum.of(snapshot, now), lines, now);
    }

    /** Those that lasted at some moment between the two. */
    List<AlertLine> between(Instant from, Instant to) {
        return lines.stream().filter(line -> !line.span().from().isAfter(to)
                && !line.until(now).isBefore(from)).toList();
    }
}
