package com.maily.console.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WeightTest {

    @Test
    void itIsExactToAHundredthOfAPercent() {
        assertThat(Weight.ofPercent(24.6)).isEqualTo(new Weight(2_460));
        assertThat(Weight.ofPercent(24.6).percent()).isEqualTo(24.6);
        assertThat(Weight.ofShare(1, 3)).isEqualTo(new Weight(3_333));
    }

    @Test
    void itLiesBetweenNothingAndEverything() {
        assertThatThrownBy(() -> Weight.ofPercent(100.01)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100.01 %");
        assertThatThrownBy(() -> Weight.ofPercent(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Weight.ofShare(7, 5)).isEqualTo(Weight.FULL);
    }

    @Test
    void withoutTrafficThereIsNoShare() {
        assertThat(Weight.ofShare(0, 0)).isEqualTo(Weight.ZERO);
    }

    @Test
    void itIsWrittenAsPeopleDo() {
        assertThat(Weight.ofPercent(25)).hasToString("25 %");
        assertThat(Weight.ofPercent(24.6)).hasToString("24.6 %");
        assertThat(Weight.FULL).hasToString("100 %");
    }

    @Test
    void itHasAnOrder() {
        assertThat(Weight.ofPercent(10).isAbove(Weight.ofPercent(5))).isTrue();
        assertThat(Weight.ofPercent(5).isAbove(Weight.ofPercent(5))).isFalse();
        assertThat(Weight.ZERO).isLessThan(Weight.FULL);
    }
}
