package com.maily.console.sandbox.metrics.promql;

import static com.maily.console.sandbox.metrics.promql.ValueKind.MATRIX;
import static com.maily.console.sandbox.metrics.promql.ValueKind.SCALAR;
import static com.maily.console.sandbox.metrics.promql.ValueKind.VECTOR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that are known, with what they take. */
enum Function {
    RATE(VECTOR, 0, MATRIX), INCREASE(VECTOR, 0, MATRIX), IRATE(VECTOR, 0, MATRIX),
    SUM_OVER_TIME(VECTOR, 0, MATRIX), AVG_OVER_TIME(VECTOR, 0, MATRIX), MAX_OVER_TIME(VECTOR, 0, MATRIX),
    MIN_OVER_TIME(VECTOR, 0, MATRIX), COUNT_OVER_TIME(VECTOR, 0, MATRIX),
    HISTOGRAM_QUANTILE(VECTOR, 0, SCALAR, VECTOR),
    VECTOR_OF("vector", VECTOR, 0, SCALAR), SCALAR_OF("scalar", SCALAR, 0, VECTOR), TIME(SCALAR, 0), ABSENT(VECTOR, 0, VECTOR),
    CLAMP_MIN(VECTOR, 0, VECTOR, SCALAR), CLAMP_MAX(VECTOR, 0, VECTOR, SCALAR),
    ABS(VECTOR, 0, VECTOR), CEIL(VECTOR, 0, VECTOR), FLOOR(VECTOR, 0, VECTOR), ROUND(VECTOR, 1, VECTOR, SCALAR);

    private final String word;
    private final ValueKind result;
    private final int optional;
    private final List<ValueKind> parameters;

    Function(ValueKind result, int optional, ValueKind... parameters) {
        this.word = name().toLowerCase(Locale.ROOT);
        this.result = result;
        this.optional = optional;
        this.parameters = List.of(parameters);
    }

    Function(String word, ValueKind result, int optional, ValueKind... parameters) {
        this.word = word;
        this.result = result;
        this.optional = optional;
        this.parameters = List.of(parameters);
    }

    static Optional<Function> of(String word) {
        return Arrays.stream(values()).filter(function -> function.word.equals(word)).findFirst();
    }

    String word() {
        return word;
    }

    ValueKind result() {
        return result;
    }

    List<ValueKind> parameters() {
        return parameters;
    }

    int atLeast() {
        return parameters.size() - optional;
    }
}
