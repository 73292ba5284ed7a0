package com.maily.console.bench.judge;

import com.maily.console.core.sla.judge.CountRule;
import com.maily.console.core.sla.judge.Counts;
import com.maily.console.core.sla.judge.Tail;
import java.util.Arrays;
import java.util.List;

/** Our judge, asked every 10 s about all that was counted since the shift, with two counted objectives that share the risk. */
enum Sequential {
    /** As the engine decides: at most 1 % errors. */
    ERRORS {
        @Override
        boolean alarmed(Totals totals) {
            return RULE.harmful(new Counts(totals.stableErrors, totals.stable), new Counts(totals.canaryErrors, totals.canary), Tail.NONE);
        }
    },
    /** As the engine decides: at most 1 % slower than 200 ms. */
    OVER_LIMIT {
        @Override
        boolean alarmed(Totals totals) {
            return RULE.harmful(new Counts(totals.stableSlower[LIMIT], totals.stable),
                    new Counts(totals.canarySlower[LIMIT], totals.canary), Tail.NONE);
        }
    },
    /** As the engine decides where the objective has a tail: the same limit, and five of the histogram's. */
    TAILS {
        @Override
        boolean alarmed(Totals totals) {
            return RULE.harmful(new Counts(totals.stableSlower[LIMIT], totals.stable),
                    new Counts(totals.canarySlower[LIMIT], totals.canary),
                    new Tail(picked(totals.stableSlower), picked(totals.canarySlower)));
        }
    };

    static final int NEVER = Integer.MAX_VALUE;
    /** The engine looks from half a minute after the shift on, as sources need two scrapes to count. */
    private static final int FIRST_LOOK = 3;
    private static final CountRule RULE = new CountRule(0.01, CountRule.TOLERANCE, 500, CountRule.RISK / 2);
    /** 200 ms. */
    private static final int LIMIT = 7;
    /** 100, 150 and 300 ms, as the shipped workspace asks for. */
    private static final int[] TAIL = {3, 5, 9};

    /** What was counted since the shift. */
    private static final class Totals {
        private double stable;
        private double canary;
        private double stableErrors;
        private double canaryErrors;
        private final double[] stableSlower = new double[Hour.BOUNDS.length];
        private final double[] canarySlower = new double[Hour.BOUNDS.length];

        private void add(Hour hour, int slice) {
            stable += hour.stable.requests[slice];
            canary += hour.canary.requests[slice];
            stableErrors += hour.stable.errors[slice];
            canaryErrors += hour.canary.errors[slice];
            for (int i = 0; i < stableSlower.length; i++) {
                stableSlower[i] += hour.stable.slower[slice][i];
                canarySlower[i] += hour.canary.slower[slice][i];
            }
        }
    }

    abstract boolean alarmed(Totals totals);

    /** The slice after which it calls the canary worse, or {@link #NEVER}. */
    int alarm(Hour hour) {
        Totals totals = new Totals();
        for (int slice = 0; slice < Hour.SLICES; slice++) {
            totals.add(hour, slice);
            if (slice + 1 >= FIRST_LOOK && totals.canary > 0 && alarmed(totals)) {
                return slice + 1;
            }
        }
        return NEVER;
    }

    private static List<Double> picked(double[] slower) {
        return Arrays.stream(TAIL).mapToObj(limit -> slower[limit]).toList();
    }
}
