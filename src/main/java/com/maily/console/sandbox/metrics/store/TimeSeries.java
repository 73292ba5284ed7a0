package com.maily.console.sandbox.metrics.store;

import java.util.Arrays;

/** One measured value: what it is now, and what it was at each moment of the axis since the series began. */
public final class TimeSeries {

    private final Labels labels;
    private final TimeAxis axis;
    private long first;
    private double[] values = new double[16];
    private int size;
    private double current;

    TimeSeries(Labels labels, TimeAxis axis) {
        this.labels = labels;
        this.axis = axis;
        this.first = axis.end();
    }

    public Labels labels() {
        return labels;
    }

    public double current() {
        return current;
    }

    /** For counters. */
    public void add(double amount) {
        current += amount;
    }

    /** For gauges. */
    public void set(double value) {
        current = value;
    }

    void sample() {
        if (axis.first() > first) {
            int gone = (int) Math.min(axis.first() - first, size);
            System.arraycopy(values, gone, values, 0, size - gone);
            size -= gone;
            first += gone;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size + size / 2);
        }
        values[size++] = current;
    }

    /** The samples taken from {@code from} to {@code to}, both included, in milliseconds since 1970. */
    public Window between(long from, long to) {
        int start = (int) (Math.clamp(axis.from(from), first, first + size) - first);
        int end = (int) (Math.clamp(axis.from(to + 1), first, first + size) - first);
        return new Window(from, to, start, Math.max(0, end - start));
    }

    /** A stretch of the series; valid until the next sample is taken. */
    public final class Window {
        private final long from;
        private final long to;
        private final int start;
        private final int count;

        private Window(long from, long to, int start, int count) {
            this.from = from;
            this.to = to;
            this.start = start;
            this.count = count;
        }

        public long from() {
            return from;
        }

        public long to() {
            return to;
        }

        public int count() {
            return count;
        }

        public double value(int index) {
            return values[start + index];
        }

        public long time(int index) {
            return axis.time(first + start + index);
        }

        public double last() {
            return value(count - 1);
        }

        public double[] values() {
            return Arrays.copyOfRange(TimeSeries.this.values, start, start + count);
        }
    }
}
