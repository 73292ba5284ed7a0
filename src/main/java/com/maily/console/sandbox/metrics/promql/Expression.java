package com.maily.console.sandbox.metrics.promql;

import com.maily.console.sandbox.metrics.store.Matcher;
import java.util.List;

/** A query as it was understood. {@code at} is the offset in the query, for messages. */
sealed interface Expression {

    int at();

    ValueKind kind();

    record Number(double value, int at) implements Expression {
        @Override
        public ValueKind kind() {
            return ValueKind.SCALAR;
        }
    }

    record Text(String value, int at) implements Expression {
        @Override
        public ValueKind kind() {
            return ValueKind.STRING;
        }
    }

    /** @param offset how far back, in milliseconds */
    record Selector(List<Matcher> matchers, long offset, int at) implements Expression {
        @Override
        public ValueKind kind() {
            return ValueKind.VECTOR;
        }
    }

    /** @param range in milliseconds */
    record RangeSelector(Selector selector, long range, int at) implements Expression {
        @Override
        public ValueKind kind() {
            return ValueKind.MATRIX;
        }
    }

    record Call(Function function, List<Expression> arguments, int at) implements Expression {
        @Override
        public ValueKind kind() {
            return function.result();
        }
    }

    record Aggregate(Aggregation aggregation, Grouping grouping, Expression inner, int at) implements Expression {
        @Override
        public ValueKind kind() {
            return ValueKind.VECTOR;
        }
    }

    record Negated(Expression inner, int at) implements Expression {
        @Override
        public ValueKind kind() {
            return inner.kind();
        }
    }

    /** @param asBool whether a comparison gives 1 and 0 instead of leaving out what does not hold */
    record Binary(Operator operator, Expression left, Expression right, Grouping matching, boolean asBool, int at)
            implements Expression {
        @Override
        public ValueKind kind() {
            return left.kind() == ValueKind.SCALAR && right.kind() == ValueKind.SCALAR ? ValueKind.SCALAR : ValueKind.VECTOR;
        }
    }
}
