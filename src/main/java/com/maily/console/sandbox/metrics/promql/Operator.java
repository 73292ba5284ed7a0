package com.maily.console.sandbox.metrics.promql;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Binary operators. @see <a href="https://prometheus.io/docs/prometheus/latest/querying/operators/">their precedence</a> */
enum Operator {
    OR("or", 1, Family.SET, (_, _) -> Double.NaN),
    AND("and", 2, Family.SET, (_, _) -> Double.NaN),
    UNLESS("unless", 2, Family.SET, (_, _) -> Double.NaN),
    EQUAL("==", 3, Family.COMPARISON, (a, b) -> truth(a == b)),
    NOT_EQUAL("!=", 3, Family.COMPARISON, (a, b) -> truth(a != b)),
    AT_MOST("<=", 3, Family.COMPARISON, (a, b) -> truth(a <= b)),
    BELOW("<", 3, Family.COMPARISON, (a, b) -> truth(a < b)),
    AT_LEAST(">=", 3, Family.COMPARISON, (a, b) -> truth(a >= b)),
    ABOVE(">", 3, Family.COMPARISON, (a, b) -> truth(a > b)),
    PLUS("+", 4, Family.ARITHMETIC, Double::sum),
    MINUS("-", 4, Family.ARITHMETIC, (a, b) -> a - b),
    TIMES("*", 5, Family.ARITHMETIC, (a, b) -> a * b),
    DIVIDED_BY("/", 5, Family.ARITHMETIC, (a, b) -> a / b),
    MODULO("%", 5, Family.ARITHMETIC, (a, b) -> a % b),
    POWER("^", 6, Family.ARITHMETIC, Math::pow);

    enum Family { SET, COMPARISON, ARITHMETIC }

    private final String sign;
    private final int precedence;
    private final Family family;
    private final DoubleBinaryOperator function;

    Operator(String sign, int precedence, Family family, DoubleBinaryOperator function) {
        this.sign = sign;
        this.precedence = precedence;
        this.family = family;
        this.function = function;
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    static Optional<Operator> of(Token token) {
        return Arrays.stream(values())
                .filter(operator -> token.is(operator.sign) || operator.family == Family.SET && token.isWord(operator.sign))
                .findFirst();
    }

    String sign() {
        return sign;
    }

    int precedence() {
        return precedence;
    }

    boolean isSet() {
        return family == Family.SET;
    }

    boolean compares() {
        return family == Family.COMPARISON;
    }

    /** A comparison gives 1 or 0. */
    double apply(double left, double right) {
        return function.applyAsDouble(left, right);
    }
}
