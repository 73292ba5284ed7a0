package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.store.Labels;
import java.util.List;

/** Which labels count: only these ({@code by}, {@code on}), or all but these and the name ({@code without}, {@code ignoring}). */
record Grouping(boolean only, List<String> labels) {

    static final Grouping NONE = new Grouping(true, List.of());
    static final Grouping ALL = new Grouping(false, List.of());

    Grouping {
        labels = List.copyOf(labels);
    }

    Labels of(Labels series) {
        if (only) {
            return labels.isEmpty() ? Labels.EMPTY : series.only(labels);
        }
        return labels.isEmpty() ? series.nameless() : series.without(labels);
    }
}
