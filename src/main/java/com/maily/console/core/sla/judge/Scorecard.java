package com.maily.console.core.sla.judge;

import com.maily.console.core.sla.Verdict.Word;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Adds up many metrics: groups weigh against each other, metrics are equal within their group, and a critical one is never outvoted.
 *
 * @param metrics all that were judged
 * @param weights of the groups; one that is not named weighs 1
 */
public record Scorecard(List<Metric> metrics, Map<String, Double> weights) {

    /** One judged metric. @param group metrics of one kind: errors, latency, resources */
    public record Metric(String name, String group, boolean critical, Word word) { }

    private static final double PASSED = 90;
    private static final double HALF = 60;

    public Scorecard {
        metrics = List.copyOf(metrics);
        weights = Map.copyOf(weights);
    }

    /** Percent of the weight that passed, marginal ones counting half; metrics that say nothing are left out; NaN when all do. */
    public double score() {
        Map<String, List<Metric>> groups = metrics.stream().filter(Scorecard::says)
                .collect(Collectors.groupingBy(Metric::group, TreeMap::new, Collectors.toList()));
        double all = groups.keySet().stream().mapToDouble(this::weight).sum();
        double won = groups.entrySet().stream().mapToDouble(group -> weight(group.getKey()) * group.getValue().stream()
                .mapToDouble(metric -> points(metric.word())).average().orElse(0)).sum();
        return won / all;
    }

    /** A critical failure decides, then critical silence, then the score. */
    public Word word() {
        for (Word decisive : List.of(Word.FAIL, Word.NO_DATA, Word.TOO_FEW_SAMPLES)) {
            if (metrics.stream().anyMatch(metric -> metric.critical() && metric.word() == decisive)) {
                return decisive;
            }
        }
        double score = score();
        return Double.isNaN(score) ? Word.NO_DATA : score >= PASSED ? Word.PASS : score >= HALF ? Word.MARGINAL : Word.FAIL;
    }

    private double weight(String group) {
        return weights.getOrDefault(group, 1.0);
    }

    private static boolean says(Metric metric) {
        return metric.word() != Word.NO_DATA && metric.word() != Word.TOO_FEW_SAMPLES;
    }

    private static double points(Word word) {
        return switch (word) {
            case PASS -> 100;
            case MARGINAL -> 50;
            case FAIL, NO_DATA, TOO_FEW_SAMPLES -> 0;
        };
    }
}
