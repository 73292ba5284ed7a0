package com.maily.console.bench.judge;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.Map;

/**
 * Our median time to detect over that of the Mann-Whitney rule on ten-minute windows, whichever series suits it best, for each change that
 * both notice in at least half of the runs.
 *
 * @param ratio     the median of the cells' ratios
 * @param cells     by "metric, shift, traffic"
 * @param onlyOurs  cells that only our judge notices in half of the runs
 * @param onlyTheirs cells that only the other does
 * @param neither   cells that neither does within the hour
 */
record Comparison(double ratio, Map<String, Double> cells, List<String> onlyOurs, List<String> onlyTheirs, List<String> neither) {

    static Comparison of(List<Row> rows) {
        Map<String, Double> ours = new TreeMap<>();
        Map<String, Double> theirs = new TreeMap<>();
        for (Row row : rows) {
            if (row.shift() == 1 || row.metric().endsWith("without counts")) {
                continue;
            }
            String cell = row.metric() + " x" + row.shift() + " at " + row.traffic();
            double seconds = Objects.requireNonNullElse(row.medianSeconds(), Double.POSITIVE_INFINITY);
            if (row.judge().equals("ours")) {
                ours.put(cell, seconds);
            } else if (row.judge().startsWith("Mann-Whitney 10 min")) {
                theirs.merge(cell, seconds, Math::min);
            }
        }
        Map<String, Double> both = new TreeMap<>();
        ours.forEach((cell, seconds) -> {
            if (Double.isFinite(seconds) && Double.isFinite(theirs.get(cell))) {
                both.put(cell, seconds / theirs.get(cell));
            }
        });
        double[] sorted = both.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Comparison((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2, both,
                cells(ours, theirs, true, false), cells(ours, theirs, false, true), cells(ours, theirs, false, false));
    }

    private static List<String> cells(Map<String, Double> ours, Map<String, Double> theirs, boolean we, boolean they) {
        return ours.keySet().stream().filter(cell -> Double.isFinite(ours.get(cell)) == we)
                .filter(cell -> Double.isFinite(theirs.get(cell)) == they).toList();
    }
}
