package com.maily.console.core.sla.report;

import com.maily.console.core.sla.Analysis.Effect;
import com.maily.console.core.sla.Analysis.Scale;
import com.maily.console.core.sla.Verdict.Word;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Words, times and numbers of an analysis, the same on the screen, on a terminal and in a file. */
public final class Said {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Said() { }

    public static String word(Word word) {
        return switch (word) {
            case PASS -> "Pass";
            case MARGINAL -> "Marginal";
            case FAIL -> "Fail";
            case TOO_FEW_SAMPLES -> "Too few samples";
            case NO_DATA -> "No data";
        };
    }

    /** {@code 2025-11-20 03:12:46}, UTC. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** Three figures, more between 99 and 100; {@code –} where nothing is known. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%,d", Math.round(value)).replace('-', '−');
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(size > 99 && size < 100 ? 5 : 3));
        return (rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString()).replace('-', '−');
    }

    /** {@code 164 ms}. */
    public static String value(double value, String unit) {
        return number(value) + (unit.isEmpty() || !Double.isFinite(value) ? "" : " " + unit);
    }

    /** {@code 98 %} for 0.98. */
    public static String percent(double share) {
        return number(share * 100) + " %";
    }

    public static String effect(Effect effect, String unit) {
        return effect(effect.scale(), effect.value(), unit);
    }

    /** {@code 1.8×} for a ratio, {@code +12 ms} for a difference. */
    static String effect(Scale scale, double value, String unit) {
        return switch (scale) {
            case RATIO -> number(value) + (Double.isFinite(value) ? "×" : "");
            case DIFFERENCE -> (value > 0 ? "+" : "") + value(value, unit);
        };
    }

    /** {@code 1.2 to 3.4×}. */
    public static String interval(Effect effect, String unit) {
        String end = switch (effect.scale()) {
            case RATIO -> "×";
            case DIFFERENCE -> unit.isEmpty() ? "" : " " + unit;
        };
        return number(effect.interval().lower()) + " to " + number(effect.interval().upper()) + end;
    }
}
