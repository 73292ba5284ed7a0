package com.maily.console.core.sla.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShareIntervalTest {

    @Test
    void holdsTheObservedShareAndNarrowsWithMoreRequests() {
        Interval few = ShareInterval.of(new Counts(3, 1_000), 0.001, 0.01);
        Interval many = ShareInterval.of(new Counts(300, 100_000), 0.001, 0.01);

        assertThat(few.contains(0.003)).isTrue();
        assertThat(many.contains(0.003)).isTrue();
        assertThat(many.upper() - many.lower()).isLessThan((few.upper() - few.lower()) / 3);
        assertThat(ShareInterval.of(new Counts(0, 0), 0.001, 0.01)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void withoutAnyBadRequestItStillHasAnUpperEnd() {
        Interval none = ShareInterval.of(new Counts(0, 10_000), 0.001, 0.01);

        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(0.0007, within(0.0002));
    }

    @Test
    void everyLookOfAnHourHoldsTheTruthAsOftenAsPromised() {
        SplittableRandom random = new SplittableRandom(77);
        int missed = 0;
        for (int run = 0; run < 400; run++) {
            missed += everMissed(random, 0.002) ? 1 : 0;
        }
        assertThat(missed).as("of 400 with a risk of 5 %").isLessThanOrEqualTo(25);
    }

    private static boolean everMissed(SplittableRandom random, double truth) {
        double bad = 0;
        for (int look = 1; look <= 200; look++) {
            for (int request = 0; request < 100; request++) {
                bad += random.nextDouble() < truth ? 1 : 0;
            }
            if (!ShareInterval.of(new Counts(bad, look * 100), 0.001, 0.05).contains(truth)) {
                return true;
            }
        }
        return false;
    }
}
