package com.maily.console.sandbox.cluster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Amounts as Kubernetes writes them ({@code 500m}, {@code 2Gi}, {@code 3}); source: k8s.io/apimachinery/pkg/api/resource. */
public final class Quantity {

    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(Map.entry("n", BigDecimal.valueOf(1, 9)),
            Map.entry("u", BigDecimal.valueOf(1, 6)), Map.entry("m", BigDecimal.valueOf(1, 3)),
            Map.entry("k", BigDecimal.valueOf(1_000)),
            Map.entry("M", BigDecimal.valueOf(1_000_000)), Map.entry("G", BigDecimal.valueOf(1_000_000_000)),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)), Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)), Map.entry("Ti", BigDecimal.valueOf(1L << 40)));
    private static final List<String> BINARY = List.of("Gi", "Mi", "Ki");

    private Quantity() { }

    /** In whole units: cores, bytes, pods. An empty text is nothing. */
    public static BigDecimal value(String text) {
        if (text.isEmpty()) {
            return BigDecimal.ZERO;
        }
        int digits = text.length();
        while (digits > 0 && !Character.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        return new BigDecimal(text.substring(0, digits)).multiply(SUFFIXES.getOrDefault(text.substring(digits), BigDecimal.ONE));
    }

    /** Memory in the largest binary unit it is whole in, everything else in thousandths where it is not whole. */
    static String text(String resource, BigDecimal value) {
        if (resource.endsWith("memory") || resource.endsWith("storage")) {
            return BINARY.stream().filter(unit -> value.signum() > 0 && value.remainder(SUFFIXES.get(unit)).signum() == 0)
                    .findFirst()
                    .map(unit -> value.divide(SUFFIXES.get(unit)).toPlainString() + unit)
                    .orElseGet(() -> value.stripTrailingZeros().toPlainString());
        }
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        return whole ? value.stripTrailingZeros().toPlainString()
                : value.movePointRight(3).stripTrailingZeros().toPlainString() + "m";
    }
}
