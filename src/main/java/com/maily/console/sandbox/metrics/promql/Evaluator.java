package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.promql.Value.Point;
import com.maily.console.sandbox.metrics.promql.Value.Stretch;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.metrics.store.TimeSeries;
import com.maily.console.sandbox.metrics.store.TimeSeries.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates one expression at any number of moments; remembers between them which series and groups it found. */
final class Evaluator {

    /** How long a series lives on after its last sample. */
    static final long LOOKBACK_MILLIS = 300_000;

    private final SeriesStore store;
    private final Map<Expression.Selector, List<TimeSeries>> selected = new IdentityHashMap<>();
    private final Map<Expression.Aggregate, Map<Labels, Labels>> groups = new IdentityHashMap<>();

    Evaluator(SeriesStore store) {
        this.store = store;
    }

    Value evaluate(Expression expression, long at) {
        return switch (expression) {
            case Expression.Number number -> new Value.Scalar(number.value());
            case Expression.Text text -> new Value.Text(text.value());
            case Expression.Selector selector -> instant(selector, at);
            case Expression.RangeSelector range -> window(range, at);
            case Expression.Call call ->
                    Calls.apply(call, call.arguments().stream().map(argument -> evaluate(argument, at)).toList(), at);
            case Expression.Aggregate aggregate -> aggregated(aggregate, evaluate(aggregate.inner(), at));
            case Expression.Negated negated -> negated(evaluate(negated.inner(), at));
            case Expression.Binary binary -> Binaries.apply(binary, evaluate(binary.left(), at), evaluate(binary.right(), at));
        };
    }

    private List<TimeSeries> series(Expression.Selector selector) {
        return selected.computeIfAbsent(selector, _ -> store.select(selector.matchers()));
    }

    private Value instant(Expression.Selector selector, long at) {
        long moment = at - selector.offset();
        List<Point> points = new ArrayList<>();
        for (TimeSeries series : series(selector)) {
            Window window = series.between(moment - LOOKBACK_MILLIS, moment);
            if (window.count() > 0) {
                points.add(new Point(series.labels(), window.last()));
            }
        }
        return new Value.Vector(points);
    }

    private Value window(Expression.RangeSelector range, long at) {
        long moment = at - range.selector().offset();
        List<Stretch> stretches = new ArrayList<>();
        for (TimeSeries series : series(range.selector())) {
            Window window = series.between(moment - range.range(), moment);
            if (window.count() > 0) {
                stretches.add(new Stretch(series.labels(), window));
            }
        }
        return new Value.Matrix(stretches);
    }

    private static Value negated(Value value) {
        return switch (value) {
            case Value.Scalar(double number) -> new Value.Scalar(-number);
            case Value.Vector(List<Point> points) ->
                    new Value.Vector(points.stream().map(point -> new Point(point.labels().nameless(), -point.value())).toList());
            case Value.Text _, Value.Matrix _ -> throw new IllegalStateException("The parser lets only numbers through.");
        };
    }

    private Value aggregated(Expression.Aggregate aggregate, Value inner) {
        if (!(inner instanceof Value.Vector(List<Point> points))) {
            throw new IllegalStateException("The parser lets only instant vectors through.");
        }
        Map<Labels, Labels> known = groups.computeIfAbsent(aggregate, _ -> new HashMap<>());
        Map<Labels, Group> sums = new LinkedHashMap<>();
        for (Point point : points) {
            Labels group = known.computeIfAbsent(point.labels(), aggregate.grouping()::of);
            sums.computeIfAbsent(group, _ -> new Group(aggregate.aggregation())).add(point.value());
        }
        return new Value.Vector(sums.entrySet().stream()
                .map(group -> new Point(group.getKey(), group.getValue().result())).toList());
    }

    private static final class Group {
        private final Aggregation aggregation;
        private double folded;
        private int count;

        Group(Aggregation aggregation) {
            this.aggregation = aggregation;
        }

        void add(double value) {
            folded = count++ == 0 ? value : aggregation.fold(folded, value);
        }

        double result() {
            return aggregation.finish(folded, count);
        }
    }
}
