package com.maily.console.sandbox.datadog.ql;

/**
 * The time a value is taken over.
 *
 * @param seconds    its length, ending with the moment asked for
 * @param aggregator how what was measured in it becomes one value; empty for the metric's own way
 * @param interval   seconds of one bucket, of which an average is made
 */
public record Span(long seconds, String aggregator, long interval) {

    public static Span bucket(long seconds) {
        return new Span(seconds, "", seconds);
    }
}
