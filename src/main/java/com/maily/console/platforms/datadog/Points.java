package com.maily.console.platforms.datadog;

import com.maily.console.core.port.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The points of one series put right: in order, each moment once, without nulls, and stamped with the end of the bucket they
 * tell of instead of its start, so that a bucket that is not over yet is told from a whole one.
 */
final class Points {

    private final long from;
    private final long to;
    private final Set<String> warnings;
    private final NavigableMap<Long, Double> values = new TreeMap<>();

    /** Keeps what ends in {@code from} to {@code to}, both included. @param warnings what was odd is added to them */
    Points(Instant from, Instant to, Set<String> warnings) {
        this.from = from.toEpochMilli();
        this.to = to.toEpochMilli();
        this.warnings = warnings;
    }

    /** @param start of the bucket, in milliseconds since 1970 */
    void add(long start, Duration width, double value) {
        long end = start + width.toMillis();
        if (!values.isEmpty() && end <= values.lastKey()) {
            warnings.add("Datadog sent points twice or out of order; they were put right.");
        }
        if (start > to) {
            warnings.add("Datadog sent points from the future; they were left out. Check the clocks.");
        } else if (end >= from && end <= to) {
            values.put(end, value);
        }
    }

    List<Sample> samples() {
        return values.entrySet().stream().map(point -> new Sample(Instant.ofEpochMilli(point.getKey()), point.getValue()))
                .toList();
    }
}
