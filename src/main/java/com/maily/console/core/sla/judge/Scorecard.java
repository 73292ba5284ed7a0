package com.maily.console.core.sla.judge;

import com.maily.console.core.sla.Verdict.Word;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Adds up many metrics: groups weigh against each other, metrics within their group, and a critical one is never outvoted.
 *
 * @param metrics all that were judged
 */
public record Scorecard(List<Metric> metrics) {

    /**
     * One judged metric.
     *
     * @param group  metrics of one kind: errors, latency, resources
     * @param weight within its group; a group weighs as much as the heaviest metric in it. 0 leaves it out of the score
     */
    public record Metric(String name, String group, double weight, boolean critical, Word word) { }

    private static final double PASSED = 90;
    private static final List<Word> DECISIVE = List.of(Word.FAIL, Word.NO_DATA, Word.TOO_FEW_SAMPLES);

    public Scorecard {
        metrics = List.copyOf(metrics);
    }

    /** The same by group, in the order in which they were named. */
    public Map<String, Scorecard> groups() {
        Map<String, List<Metric>> groups = metrics.stream()
                .collect(Collectors.groupingBy(Metric::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, group -> new Scorecard(group.getValue()),
                (a, _) -> a, LinkedHashMap::new));
    }

    /** What the heaviest metric weighs. */
    public double weight() {
        return metrics.stream().mapToDouble(Metric::weight).max().orElse(0);
    }

    /** Percent of the weight that passed, marginal ones counting half; metrics that say nothing are left out; NaN when all do. */
    public double score() {
        List<Scorecard> said = new Scorecard(metrics.stream().filter(Scorecard::says).toList()).groups().values().stream().toList();
        double all = said.stream().mapToDouble(Scorecard::weight).sum();
        return said.stream().mapToDouble(group -> group.weight() * group.average()).sum() / all;
    }

    private double average() {
        double all = metrics.stream().mapToDouble(Metric::weight).sum();
        return all == 0 ? 0 : metrics.stream().mapToDouble(metric -> metric.weight() * points(metric.word())).sum() / all;
    }

    /** A critical failure decides, then critical silence, then the score. What is not critical never fails a canary. */
    public Word word() {
        for (Word decisive : DECISIVE) {
            if (metrics.stream().anyMatch(metric -> metric.critical() && metric.word() == decisive)) {
                return decisive;
            }
        }
        if (metrics.stream().allMatch(metric -> metric.word() == Word.NO_DATA || metric.word() == Word.TOO_FEW_SAMPLES)) {
            return Word.NO_DATA;
        }
        double score = score();
        boolean passed = Double.isNaN(score) || score >= PASSED;
        return passed ? Word.PASS : Word.MARGINAL;
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
