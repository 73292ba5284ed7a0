package com.maily.console.desktop.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * The lowest and highest value, and the longest silence, of ever larger blocks of a series: any stretch of a million points is
 * answered from a few hundred of them, and none is left out. Immutable.
 */
final class ChartPyramid {

    private static final int FAN = 16;

    /** One storey: each place stands for {@code FAN} places of the one below. The lowest storey is the points themselves. */
    private record Storey(double[] low, double[] high, long[] silence) { }

    /** What a stretch of points holds; filled again and again, so that drawing makes no garbage. */
    static final class Extremes {

        double low;
        double high;
        long silence;

        void clear() {
            low = Double.POSITIVE_INFINITY;
            high = Double.NEGATIVE_INFINITY;
            silence = 0;
        }

        private void take(Storey storey, int from, int to) {
            for (int i = from; i < to; i++) {
                low = Math.min(low, storey.low[i]);
                high = Math.max(high, storey.high[i]);
                silence = Math.max(silence, storey.silence[i]);
            }
        }
    }

    private final List<Storey> storeys = new ArrayList<>();

    /** @param silence how long before each point there was none */
    ChartPyramid(double[] values, long[] silence) {
        Storey below = new Storey(values, values, silence);
        storeys.add(below);
        while (below.low.length > 2 * FAN) {
            below = above(below);
            storeys.add(below);
        }
    }

    private static Storey above(Storey below) {
        int length = Math.ceilDiv(below.low.length, FAN);
        Storey above = new Storey(new double[length], new double[length], new long[length]);
        Extremes block = new Extremes();
        for (int i = 0; i < length; i++) {
            block.clear();
            block.take(below, i * FAN, Math.min(below.low.length, (i + 1) * FAN));
            above.low[i] = block.low;
            above.high[i] = block.high;
            above.silence[i] = block.silence;
        }
        return above;
    }

    /** Fills {@code seen} with what lies from {@code from} up to, not including, {@code to}. */
    void look(int from, int to, Extremes seen) {
        seen.clear();
        int left = from;
        int right = to;
        for (int level = 0; left < right; level++) {
            Storey here = storeys.get(level);
            if (level == storeys.size() - 1 || right - left < 2 * FAN) {
                seen.take(here, left, right);
                return;
            }
            int firstBlock = Math.ceilDiv(left, FAN);
            int endBlock = right / FAN;
            seen.take(here, left, firstBlock * FAN);
            seen.take(here, endBlock * FAN, right);
            left = firstBlock;
            right = endBlock;
        }
    }
}
