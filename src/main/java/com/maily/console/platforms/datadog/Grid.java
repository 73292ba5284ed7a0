package com.maily.console.platforms.datadog;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where points are wanted: at {@code from}, {@code from + step}, … {@code to}, all multiples of the step. */
record Grid(Instant from, Instant to, Duration step) {

    /** Datadog draws at most 1,500 points a series, and some of them are needed before the first one. */
    private static final int POINTS = 1_440;

    /** @throws FailureException {@code Rejected} for a step that is not whole seconds or an end before its start */
    static Grid of(Instant from, Instant to, Duration step) {
        if (step.toSeconds() < 1 || to.isBefore(from)) {
            throw new FailureException(new Failure.Rejected("A range of metrics cannot be asked for",
                    "It runs from " + from + " to " + to + " in steps of " + step + ".",
                    "Choose an end after the start and a step of at least a second."));
        }
        return new Grid(floor(from, step), floor(to, step), step);
    }

    private static Instant floor(Instant at, Duration step) {
        return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), step.toMillis()) * step.toMillis());
    }

    /** The same in pieces that fit into one answer. */
    List<Grid> parts() {
        List<Grid> parts = new ArrayList<>();
        for (Instant start = from; !start.isAfter(to); start = start.plus(step.multipliedBy(POINTS))) {
            Instant end = start.plus(step.multipliedBy(POINTS - 1));
            parts.add(new Grid(start, end.isBefore(to) ? end : to, step));
        }
        return parts;
    }
}
