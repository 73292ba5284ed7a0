package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.store.Labels;
import java.util.List;

/** The answer to a query, in the four shapes Prometheus has. Times are milliseconds since 1970. */
public sealed interface Outcome {

    record Scalar(long at, double value) implements Outcome { }

    record Text(long at, String value) implements Outcome { }

    /** Each run has one sample. */
    record Vector(List<Run> runs) implements Outcome { }

    record Matrix(List<Run> runs) implements Outcome { }

    /** Values of one series; {@code times} and {@code values} are equally long. */
    record Run(Labels labels, long[] times, double[] values) { }
}
