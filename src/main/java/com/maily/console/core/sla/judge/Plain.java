package com.maily.console.core.sla.judge;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a sentence needs them: two or three figures, whatever the machine's language. */
final class Plain {

    private Plain() { }

    static String count(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }

    static String percent(double share) {
        return number(share * 100) + " %";
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "any number" : "nothing";
        }
        return Math.abs(value) >= 1000 ? count(value)
                : new BigDecimal(value).round(new MathContext(value >= 100 ? 3 : 2)).stripTrailingZeros().toPlainString();
    }
}
