package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.promql.Value.Point;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.Matcher;
import com.maily.console.sandbox.metrics.store.TimeSeries.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** What each function does with its arguments at one moment. */
final class Calls {

    private Calls() { }

    static Value apply(Expression.Call call, List<Value> arguments, long at) {
        return switch (call.function()) {
            case RATE -> overTime(arguments, Extrapolation::rate);
            case INCREASE -> overTime(arguments, Extrapolation::increase);
            case IRATE -> overTime(arguments, Extrapolation::instantRate);
            case SUM_OVER_TIME -> overTime(arguments, window -> OptionalDouble.of(sum(window)));
            case AVG_OVER_TIME -> overTime(arguments, window -> OptionalDouble.of(sum(window) / window.count()));
            case MAX_OVER_TIME -> overTime(arguments, window -> fold(Aggregation.MAX, window));
            case MIN_OVER_TIME -> overTime(arguments, window -> fold(Aggregation.MIN, window));
            case COUNT_OVER_TIME -> overTime(arguments, window -> OptionalDouble.of(window.count()));
            case HISTOGRAM_QUANTILE -> quantile(scalar(arguments.get(0)), points(arguments.get(1)));
            case VECTOR_OF -> new Value.Vector(List.of(new Point(Labels.EMPTY, scalar(arguments.getFirst()))));
            case SCALAR_OF -> new Value.Scalar(single(points(arguments.getFirst())));
            case TIME -> new Value.Scalar(at / 1000.0);
            case ABSENT -> absent(call.arguments().getFirst(), points(arguments.getFirst()));
            case CLAMP_MIN -> each(arguments, value -> Math.max(value, scalar(arguments.get(1))));
            case CLAMP_MAX -> each(arguments, value -> Math.min(value, scalar(arguments.get(1))));
            case ABS -> each(arguments, Math::abs);
            case CEIL -> each(arguments, Math::ceil);
            case FLOOR -> each(arguments, Math::floor);
            case ROUND -> each(arguments, rounded(arguments.size() > 1 ? scalar(arguments.get(1)) : 1));
        };
    }

    private static DoubleUnaryOperator rounded(double nearest) {
        // Prometheus inverts first, so that rounding to 0.1 gives 0.3 and not 0.30000000000000004.
        double inverse = 1 / nearest;
        return value -> Math.floor(value * inverse + 0.5) / inverse;
    }

    private static Value overTime(List<Value> arguments, java.util.function.Function<Window, OptionalDouble> function) {
        if (!(arguments.getFirst() instanceof Value.Matrix(List<Value.Stretch> stretches))) {
            throw new IllegalStateException("The parser lets only range vectors through.");
        }
        List<Point> points = new ArrayList<>(stretches.size());
        for (Value.Stretch stretch : stretches) {
            OptionalDouble value = function.apply(stretch.window());
            if (value.isPresent()) {
                points.add(new Point(stretch.labels().nameless(), value.getAsDouble()));
            }
        }
        return new Value.Vector(points);
    }

    private static double sum(Window window) {
        return Arrays.stream(window.values()).sum();
    }

    private static OptionalDouble fold(Aggregation aggregation, Window window) {
        return Arrays.stream(window.values()).reduce(aggregation::fold);
    }

    private static Value each(List<Value> arguments, DoubleUnaryOperator function) {
        return new Value.Vector(points(arguments.getFirst()).stream()
                .map(point -> new Point(point.labels().nameless(), function.applyAsDouble(point.value()))).toList());
    }

    private static Value quantile(double quantile, List<Point> buckets) {
        Map<Labels, List<Quantile.Bucket>> histograms = new LinkedHashMap<>();
        for (Point bucket : buckets) {
            bound(bucket.labels().get("le")).ifPresent(bound -> histograms
                    .computeIfAbsent(bucket.labels().without(List.of("le")), _ -> new ArrayList<>())
                    .add(new Quantile.Bucket(bound, bucket.value())));
        }
        return new Value.Vector(histograms.entrySet().stream()
                .map(histogram -> new Point(histogram.getKey(), Quantile.of(quantile, histogram.getValue()))).toList());
    }

    private static OptionalDouble bound(String le) {
        try {
            return OptionalDouble.of(le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le));
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    private static double single(List<Point> points) {
        return points.size() == 1 ? points.getFirst().value() : Double.NaN;
    }

    private static Value absent(Expression argument, List<Point> points) {
        return new Value.Vector(points.isEmpty() ? List.of(new Point(demanded(argument), 1)) : List.of());
    }

    /** The labels that the missing series would have had for certain. */
    private static Labels demanded(Expression argument) {
        Map<String, String> labels = new TreeMap<>();
        if (argument instanceof Expression.Selector selector) {
            for (Matcher matcher : selector.matchers()) {
                if (matcher instanceof Matcher.Equal(String label, String wanted) && !label.equals(Labels.NAME)) {
                    labels.put(label, wanted);
                }
            }
        }
        return Labels.of(labels);
    }

    private static double scalar(Value value) {
        return value instanceof Value.Scalar(double number) ? number : Double.NaN;
    }

    private static List<Point> points(Value value) {
        return value instanceof Value.Vector(List<Point> points) ? points : List.of();
    }
}
