package com.maily.console.sandbox.datadog;

import com.maily.console.sandbox.datadog.ql.Node;
import com.maily.console.sandbox.datadog.ql.Span;
import com.maily.console.sandbox.datadog.ql.Term;
import com.maily.console.sandbox.datadog.ql.Translation;
import com.maily.console.sandbox.metrics.promql.Outcome;
import com.maily.console.sandbox.metrics.promql.PromQl;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Datadog has measured: values of queries, over the sandbox's metrics. Used inside the clock's lock; seconds since 1970. */
final class Measured {

    /**
     * @param tags by the names the query groups by
     * @param ends of the values' buckets, in milliseconds
     */
    record Run(Map<String, String> tags, long[] ends, double[] values) { }

    private final PromQl promQl;

    Measured(SeriesStore store) {
        this.promQl = new PromQl(store);
    }

    /** Each group's value over the span that ends at {@code at}. */
    List<Run> at(Node query, Span span, long at) {
        return runs(query, promQl.instant(Translation.promQl(query, span), at * 1000));
    }

    /** Each group's values at {@code from}, {@code from + step}, … */
    List<Run> over(Node query, Span span, long from, long to, long step) {
        String asked = Translation.promQl(query, span);
        return to < from ? List.of() : runs(query, promQl.range(asked, from * 1000, to * 1000, step * 1000));
    }

    private static List<Run> runs(Node query, Outcome outcome) {
        List<String> by = query.terms().stream().map(Term::by).filter(tags -> !tags.isEmpty()).findFirst().orElse(List.of());
        return switch (outcome) {
            case Outcome.Scalar(long at, double value) -> List.of(new Run(Map.of(), new long[] {at}, new double[] {value}));
            case Outcome.Text _ -> List.of();
            case Outcome.Vector(List<Outcome.Run> runs) -> runs.stream().map(run -> tagged(by, run)).toList();
            case Outcome.Matrix(List<Outcome.Run> runs) -> runs.stream().map(run -> tagged(by, run)).toList();
        };
    }

    private static Run tagged(List<String> by, Outcome.Run run) {
        Map<String, String> tags = new TreeMap<>();
        Labels labels = run.labels();
        by.forEach(tag -> tags.put(tag, labels.get(Translation.label(tag))));
        return new Run(tags, run.times(), run.values());
    }

    /** Datadog's {@code ["service:api"]}. */
    static List<String> texts(Map<String, String> tags) {
        List<String> texts = new ArrayList<>();
        tags.forEach((tag, value) -> texts.add(tag + ":" + value));
        return texts;
    }
}
