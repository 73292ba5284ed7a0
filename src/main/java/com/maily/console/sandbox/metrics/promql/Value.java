package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.TimeSeries;
import java.util.List;

/** What evaluating gave, before it is written as an answer. */
sealed interface Value {

    record Scalar(double value) implements Value { }

    record Text(String value) implements Value { }

    record Vector(List<Point> points) implements Value { }

    record Matrix(List<Stretch> stretches) implements Value { }

    /** One series' value at the moment that is asked for. */
    record Point(Labels labels, double value) { }

    /** One series' raw samples. */
    record Stretch(Labels labels, TimeSeries.Window window) { }
}
