package com.maily.console.platforms.prometheus;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.MetricSource.Answer;
import com.maily.console.core.port.Sample;
import com.maily.console.core.port.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A range cut into parts no longer than Prometheus answers at once, 11,000 points a series, with its ends on multiples of the
 * step: two looks at one moment then see the same points, and a server's range cache can serve them.
 */
record RangeParts(List<Part> parts, Duration step) {

    private static final int POINTS = 11_000;

    record Part(Instant from, Instant to) { }

    /** @throws FailureException {@code Rejected} for a step that is not positive or an end before its start */
    static RangeParts of(Instant from, Instant to, Duration step) {
        if (step.toMillis() < 1 || to.isBefore(from)) {
            throw new FailureException(new Failure.Rejected("A range of metrics cannot be asked for",
                    "It runs from " + from + " to " + to + " in steps of " + step + ".",
                            "Choose an end after the start and a longer step."));
        }
        long width = step.toMillis();
        long last = Math.floorDiv(to.toEpochMilli(), width) * width;
        List<Part> parts = new ArrayList<>();
        for (long start = Math.floorDiv(from.toEpochMilli(), width) * width; start <= last; start += POINTS * width) {
            parts.add(new Part(Instant.ofEpochMilli(start), Instant.ofEpochMilli(Math.min(last, start + (POINTS - 1) * width))));
        }
        return new RangeParts(List.copyOf(parts), step);
    }

    /** One answer out of the answers to the parts, in their order. */
    static Answer joined(List<Answer> answers) {
        if (answers.size() == 1) {
            return answers.getFirst();
        }
        Map<Map<String, String>, List<Sample>> samples = new LinkedHashMap<>();
        Set<String> warnings = new LinkedHashSet<>();
        for (Answer answer : answers) {
            answer.series().forEach(part -> samples.computeIfAbsent(part.labels(), _ -> new ArrayList<>())
                    .addAll(part.samples()));
            warnings.addAll(answer.warnings());
        }
        return new Answer(samples.entrySet().stream().map(entry -> new Series(entry.getKey(), entry.getValue())).toList(),
                List.copyOf(warnings));
    }
}
