package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.promql.Value.Point;
import com.maily.console.sandbox.metrics.store.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Binary operators between numbers and vectors; vectors are matched one to one. */
final class Binaries {

    private Binaries() { }

    static Value apply(Expression.Binary binary, Value left, Value right) {
        if (left instanceof Value.Scalar(double a) && right instanceof Value.Scalar(double b)) {
            return new Value.Scalar(binary.operator().apply(a, b));
        }
        if (left instanceof Value.Vector(List<Point> points) && right instanceof Value.Scalar(double b)) {
            return new Value.Vector(withNumber(binary, points, b, false));
        }
        if (left instanceof Value.Scalar(double a) && right instanceof Value.Vector(List<Point> points)) {
            return new Value.Vector(withNumber(binary, points, a, true));
        }
        if (left instanceof Value.Vector(List<Point> ours) && right instanceof Value.Vector(List<Point> theirs)) {
            return new Value.Vector(binary.operator().isSet() ? sets(binary, ours, theirs) : matched(binary, ours, theirs));
        }
        throw new IllegalStateException("The parser lets only scalars and instant vectors through.");
    }

    private static List<Point> withNumber(Expression.Binary binary, List<Point> points, double number, boolean numberFirst) {
        List<Point> results = new ArrayList<>();
        for (Point point : points) {
            double value = numberFirst ? binary.operator().apply(number, point.value())
                    : binary.operator().apply(point.value(), number);
            add(results, binary, point.labels(), point.value(), value);
        }
        return results;
    }

    /** A comparison without {@code bool} keeps the compared value and the name where it holds; all else is a new value. */
    private static void add(List<Point> results, Expression.Binary binary, Labels labels, double compared, double value) {
        if (!binary.operator().compares() || binary.asBool()) {
            results.add(new Point(labels.nameless(), value));
        } else if (value != 0) {
            results.add(new Point(labels, compared));
        }
    }

    private static List<Point> sets(Expression.Binary binary, List<Point> left, List<Point> right) {
        Set<Labels> ours = keys(binary, left);
        Set<Labels> theirs = keys(binary, right);
        return switch (binary.operator()) {
            case AND -> left.stream().filter(point -> theirs.contains(binary.matching().of(point.labels()))).toList();
            case UNLESS -> left.stream().filter(point -> !theirs.contains(binary.matching().of(point.labels()))).toList();
            default -> {
                List<Point> union = new ArrayList<>(left);
                right.stream().filter(point -> !ours.contains(binary.matching().of(point.labels()))).forEach(union::add);
                yield union;
            }
        };
    }

    private static Set<Labels> keys(Expression.Binary binary, List<Point> points) {
        return points.stream().map(point -> binary.matching().of(point.labels())).collect(Collectors.toSet());
    }

    private static List<Point> matched(Expression.Binary binary, List<Point> left, List<Point> right) {
        Map<Labels, Point> partners = new HashMap<>();
        for (Point point : right) {
            Labels key = binary.matching().of(point.labels());
            Point other = partners.put(key, point);
            if (other != null) {
                throw QueryException.execution("found duplicate series for the match group " + key
                        + " on the right hand-side of the operation: [" + point.labels() + ", " + other.labels()
                        + "];many-to-many matching not allowed: matching labels must be unique on one side");
            }
        }
        List<Point> results = new ArrayList<>();
        Set<Labels> used = new HashSet<>();
        for (Point point : left) {
            Labels key = binary.matching().of(point.labels());
            Point partner = partners.get(key);
            if (partner != null) {
                int before = results.size();
                double value = binary.operator().apply(point.value(), partner.value());
                add(results, binary, resultLabels(binary, point.labels()), point.value(), value);
                if (results.size() > before && !used.add(key)) {
                    throw QueryException.execution("multiple matches for labels: many-to-one matching must be explicit"
                            + " (group_left/group_right)");
                }
            }
        }
        return results;
    }

    private static Labels resultLabels(Expression.Binary binary, Labels left) {
        Grouping matching = binary.matching();
        if (matching.only()) {
            return matching.of(left);
        }
        Labels kept = binary.operator().compares() && !binary.asBool() ? left : left.nameless();
        return matching.labels().isEmpty() ? kept : dropping(kept, matching.labels());
    }

    private static Labels dropping(Labels labels, List<String> dropped) {
        Labels rest = labels.without(dropped);
        return labels.name().isEmpty() || dropped.contains(Labels.NAME) ? rest : rest.with(Labels.NAME, labels.name());
    }
}
