package com.maily.console.sandbox.metrics.promql;

import java.util.Arrays;
import java.util.Optional;

/** Ways to make one value of many. */
enum Aggregation {
    SUM("sum"), AVG("avg"), MAX("max"), MIN("min"), COUNT("count");

    private final String word;

    Aggregation(String word) {
        this.word = word;
    }

    static Optional<Aggregation> of(Token token) {
        return Arrays.stream(values()).filter(aggregation -> token.isWord(aggregation.word)).findFirst();
    }

    /** Adds {@code value} to what the group has so far. NaN gives way to a number in max and min, as in Prometheus. */
    double fold(double soFar, double value) {
        return switch (this) {
            case SUM, AVG -> soFar + value;
            case MAX -> soFar < value || Double.isNaN(soFar) ? value : soFar;
            case MIN -> soFar > value || Double.isNaN(soFar) ? value : soFar;
            case COUNT -> soFar;
        };
    }

    double finish(double folded, int count) {
        return switch (this) {
            case SUM, MAX, MIN -> folded;
            case AVG -> folded / count;
            case COUNT -> count;
        };
    }
}
