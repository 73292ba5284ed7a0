package com.maily.console.sandbox.metrics;

import java.math.BigDecimal;

/** Values and times as Prometheus writes them. */
final class Numbers {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double SMALLEST_EXPONENT = 1e21;

    private Numbers() { }

    static String value(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        double size = Math.abs(value);
        return size < SMALLEST_PLAIN || size >= SMALLEST_EXPONENT ? exponential(exact) : exact.toPlainString();
    }

    private static String exponential(BigDecimal exact) {
        String digits = exact.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - exact.scale();
        return (exact.signum() < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    /** Seconds with three decimals, or none. */
    static String time(long millis) {
        long fraction = Math.floorMod(millis, 1000L);
        return Math.floorDiv(millis, 1000L) + (fraction == 0 ? "" : "." + String.valueOf(1000 + fraction).substring(1));
    }
}
