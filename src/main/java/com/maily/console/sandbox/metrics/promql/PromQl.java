package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.promql.Outcome.Run;
import com.maily.console.sandbox.metrics.promql.Value.Point;
import com.maily.console.sandbox.metrics.promql.Value.Stretch;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.Matcher;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.metrics.store.TimeSeries.Window;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers queries on a store. Not thread-safe, as the store is not. All times are milliseconds since 1970. */
public final class PromQl {

    private static final int MOST_STEPS = 11_000;

    private final SeriesStore store;

    public PromQl(SeriesStore store) {
        this.store = store;
    }

    /** @throws QueryException when it cannot be read or evaluated */
    public Outcome instant(String query, long at) {
        return switch (new Evaluator(store).evaluate(Parser.parse(query), at)) {
            case Value.Scalar(double value) -> new Outcome.Scalar(at, value);
            case Value.Text(String value) -> new Outcome.Text(at, value);
            case Value.Vector(List<Point> points) -> new Outcome.Vector(distinct(points).stream()
                    .map(point -> new Run(point.labels(), new long[] {at}, new double[] {point.value()})).toList());
            case Value.Matrix(List<Stretch> stretches) -> new Outcome.Matrix(stretches.stream().map(PromQl::raw)
                    .sorted(Comparator.comparing(Run::labels)).toList());
        };
    }

    private static Run raw(Stretch stretch) {
        Window window = stretch.window();
        long[] times = new long[window.count()];
        for (int i = 0; i < times.length; i++) {
            times[i] = window.time(i);
        }
        return new Run(stretch.labels(), times, window.values());
    }

    private static List<Point> distinct(List<Point> points) {
        Set<Labels> seen = new HashSet<>();
        for (Point point : points) {
            if (!seen.add(point.labels())) {
                throw QueryException.execution("vector cannot contain metrics with the same labelset");
            }
        }
        return points;
    }

    /** Evaluates at {@code from}, {@code from + step}, … up to {@code to}. */
    public Outcome.Matrix range(String query, long from, long to, long step) {
        if ((to - from) / step > MOST_STEPS) {
            throw QueryException.badData("exceeded maximum resolution of 11,000 points per timeseries."
                    + " Try decreasing the query resolution (?step=XX)");
        }
        Expression expression = Parser.parse(query);
        if (expression.kind() != ValueKind.VECTOR && expression.kind() != ValueKind.SCALAR) {
            throw QueryException.badData("invalid expression type \"" + expression.kind().words()
                    + "\" for range query, must be Scalar or instant Vector");
        }
        Evaluator evaluator = new Evaluator(store);
        Map<Labels, RunBuilder> runs = new TreeMap<>();
        for (long at = from; at <= to; at += step) {
            for (Point point : points(evaluator.evaluate(expression, at))) {
                runs.computeIfAbsent(point.labels(), RunBuilder::new).add(at, point.value());
            }
        }
        return new Outcome.Matrix(runs.values().stream().map(RunBuilder::run).toList());
    }

    private static List<Point> points(Value value) {
        return switch (value) {
            case Value.Scalar(double number) -> List.of(new Point(Labels.EMPTY, number));
            case Value.Vector(List<Point> points) -> distinct(points);
            case Value.Text _, Value.Matrix _ -> List.of();
        };
    }

    /** Reads a {@code match[]} parameter. */
    public static List<Matcher> selector(String text) {
        if (Parser.parse(text) instanceof Expression.Selector selector) {
            return selector.matchers();
        }
        throw QueryException.badData("1:1: parse error: unexpected end of input");
    }
}
