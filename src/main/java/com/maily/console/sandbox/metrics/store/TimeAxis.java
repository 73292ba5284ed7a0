package com.maily.console.sandbox.metrics.store;

import java.time.Duration;
import java.util.Arrays;

/**
 * The moments at which samples were taken. All series share it, which halves the memory. Moments are numbered from the first ever
 * taken; old ones are cut off in batches once they are past the retention.
 */
final class TimeAxis {

    private final long retentionMillis;
    private long[] times = new long[1024];
    private int size;
    private long cut;

    TimeAxis(Duration retention) {
        this.retentionMillis = retention.toMillis();
    }

    void append(long millis) {
        if (size > 0 && millis <= times[size - 1]) {
            throw new IllegalArgumentException("Samples must be taken in order of time.");
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size + size / 2);
        }
        times[size++] = millis;
        if (times[0] < millis - retentionMillis - retentionMillis / 8) {
            cutOff(millis - retentionMillis);
        }
    }

    private void cutOff(long before) {
        int gone = firstAtOrAfter(before);
        System.arraycopy(times, gone, times, 0, size - gone);
        size -= gone;
        cut += gone;
    }

    private int firstAtOrAfter(long millis) {
        int found = Arrays.binarySearch(times, 0, size, millis);
        return found >= 0 ? found : -found - 1;
    }

    /** Number of the first moment that is kept. */
    long first() {
        return cut;
    }

    /** Number that the next moment will get. */
    long end() {
        return cut + size;
    }

    /** Number of the first moment at or after {@code millis}; {@link #end} when there is none. */
    long from(long millis) {
        return cut + firstAtOrAfter(millis);
    }

    long time(long number) {
        return times[(int) (number - cut)];
    }
}
