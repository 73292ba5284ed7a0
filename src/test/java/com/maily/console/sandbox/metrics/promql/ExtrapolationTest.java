package com.maily.console.sandbox.metrics.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExtrapolationTest {

    private static double single(PromQl promQl, String query, int second) {
        return ((Outcome.Vector) promQl.instant(query, second * 1000L)).runs().getFirst().values()[0];
    }

    @Test
    void aFullyCoveredWindowIsNotStretched() {
        PromQl promQl = Stored.samples("c_total", 0, 10, 1000, 1010, 1020, 1030, 1040, 1050, 1060);
        assertThat(single(promQl, "increase(c_total[60s])", 60)).isEqualTo(60);
        assertThat(single(promQl, "rate(c_total[60s])", 60)).isEqualTo(1);
    }

    @Test
    void samplesInsideTheWindowAreStretchedToItsEnds() {
        PromQl promQl = Stored.samples("c_total", 0, 10, 1000, 1010, 1020, 1030, 1040, 1050, 1060);
        // Window 5 to 35 holds 10, 20, 30: 20 in 20 s; 5 s are missing on either side, less than 11 s.
        assertThat(single(promQl, "increase(c_total[30s])", 35)).isCloseTo(30, within(1e-9));
    }

    @Test
    void aMissingSampleStretchesByHalfAStepOnly() {
        PromQl promQl = Stored.samples("c_total", 0, 10, 1000, 1010, 1020, 1030);
        // Window 0 to 60: 30 in 30 s, 30 s missing at the end, so 5 s are added.
        assertThat(single(promQl, "increase(c_total[60s])", 60)).isCloseTo(35, within(1e-9));
    }

    @Test
    void aCounterIsNeverStretchedBelowZero() {
        PromQl promQl = Stored.samples("c_total", 8, 10, 2, 12, 22);
        // Window 0 to 30: 20 in 20 s from 2, so it was 0 two seconds before the first sample, though 8 s are missing.
        assertThat(single(promQl, "increase(c_total[30s])", 30)).isCloseTo(20 * (20 + 2 + 2) / 20.0, within(1e-9));
    }

    @Test
    void aRestartOfTheCounterIsMadeUpFor() {
        PromQl promQl = Stored.samples("c_total", 0, 10, 100, 120, 5, 15);
        // 20 up, then from 0 to 5, then 10.
        assertThat(single(promQl, "increase(c_total[30s])", 30)).isCloseTo(35, within(1e-9));
        assertThat(single(promQl, "irate(c_total[25s])", 20)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void oneSampleSaysNothing() {
        PromQl promQl = Stored.samples("c_total", 0, 10, 100, 120);
        assertThat(((Outcome.Vector) promQl.instant("rate(c_total[5s])", 10_000)).runs()).isEmpty();
    }
}
