package com.maily.console.core.sla;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes measured values the way people read them aloud, and always the same way whatever the machine's language. */
final class Numbers {

    private Numbers() { }

    /** {@code 412 ms}, {@code 0.8 %}, {@code 99.987 %}. */
    static String withUnit(double value, String unit) {
        return text(value) + (unit.isEmpty() || !Double.isFinite(value) ? "" : " " + unit);
    }

    static String count(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    private static String text(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "more than can be measured" : "nothing";
        }
        int decimals = Math.abs(value) >= 99 && Math.abs(value) < 100 ? 3 : Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10
                ? 1 : 2;
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return Math.abs(value) >= 1000 ? count(value) : rounded.toPlainString();
    }
}
