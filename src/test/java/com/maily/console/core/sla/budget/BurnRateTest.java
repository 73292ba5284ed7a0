package com.maily.console.core.sla.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of the Site Reliability Workbook's table for 99.99 %, and those of the seed documents. */
class BurnRateTest {

    private static final double ALLOWED = 0.0001;
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void aMonthAtFourNinesMayFailForFourMinutesAndNineteenSeconds() {
        assertThat(BurnRate.budget(ALLOWED, MONTH)).isEqualTo(Duration.ofMillis(259_200));
        assertThat(BurnRate.budget(ALLOWED, Duration.ofDays(28))).isEqualTo(Duration.ofMillis(241_920));
    }

    @ParameterizedTest
    @CsvSource({"PAGE_FAST, 0.02, 0.00144", "PAGE_SLOW, 0.05, 0.0006", "TICKET_FAST, 0.1, 0.0003", "TICKET_SLOW, 0.1, 0.0001"})
    void eachAlertSpendsItsShareOfTheBudgetInItsLongWindow(BurnAlert alert, double spent, double badShare) {
        assertThat(new BurnRate(alert.times()).spentIn(alert.longer().length(), MONTH)).isCloseTo(spent, within(1e-9));
        assertThat(new BurnRate(alert.times()).badShare(ALLOWED)).isCloseTo(badShare, within(1e-12));
        assertThat(alert.longer().length().toMinutes()).isGreaterThanOrEqualTo(12 * alert.shorter().length().toMinutes());
    }

    @Test
    void oneErrorInFewerThan695RequestsRingsAlone() {
        assertThat(BurnRate.requestsForOne(14.4, ALLOWED)).isEqualTo(695);
        assertThat(BurnRate.of(1 / 694.0, ALLOWED).times()).isGreaterThan(14.4);
        assertThat(BurnRate.of(1 / 695.0, ALLOWED).times()).isLessThan(14.4);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.05, 50, 14.4", "1, 0.05, 500, 1.44", "0.1, 0.01, 10, 72"})
    void aCanarysErrorsSpendTheBudgetAsTheFeatureListSays(double weight, double errors, double times, double hours) {
        BurnRate burn = BurnRate.of(weight * errors, ALLOWED);
        assertThat(burn.times()).isCloseTo(times, within(1e-9));
        assertThat(burn.exhaustedIn(1, MONTH).toSeconds() / 3600.0).isCloseTo(hours, within(1e-6));
    }

    @Test
    void withoutAnyErrorItLastsForEver() {
        assertThat(BurnRate.lastsForEver(BurnRate.of(0, ALLOWED).exhaustedIn(1, MONTH), MONTH)).isTrue();
        assertThat(new BurnRate(10).exhaustedIn(0.5, MONTH)).isEqualTo(Duration.ofHours(36));
    }
}
