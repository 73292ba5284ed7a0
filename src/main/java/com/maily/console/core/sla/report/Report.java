package com.maily.console.core.sla.report;

import com.maily.console.core.model.Objective;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analysis.Lack;
import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.Analysis.Side;
import com.maily.console.core.sla.Verdict.Group;
import com.maily.console.core.sla.Verdict.Word;
import com.maily.console.core.sla.judge.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An analysis in words, row by row: what the screen, the terminal and a file show, each in its own layout.
 *
 * @param live   whether the window goes on, so that this is already old
 * @param dryRun whether the judge only looked on and could not hold or abort anything
 * @param said   what the run itself said in that time, empty when it said nothing
 */
public record Report(Analysis analysis, boolean live, boolean dryRun, Optional<String> said) {

    public static final List<String> GROUP_HEAD = List.of("Group", "Weight", "Score", "Word");
    public static final List<String> METRIC_HEAD = List.of("Metric", "Word", "n", "Effect", "Interval", "Limit", "Method");

    /** A query with what it is good for. */
    public record Query(String purpose, String text) { }

    /** One of a window that is over, asked for without any run. */
    public static Report of(Analysis analysis) {
        return new Report(analysis, false, false, Optional.empty());
    }

    public String title() {
        return "Analysis of " + analysis.component() + " on " + analysis.environment();
    }

    public String word() {
        return Said.word(analysis.word()) + (dryRun ? " (dry run)" : "");
    }

    /** {@code 2025-11-20 03:00:00 to 2025-11-20 03:12:46 UTC, 12 min 46 s}. */
    public String window() {
        Duration length = Duration.between(analysis.from(), analysis.to());
        return Said.moment(analysis.from()) + " to " + Said.moment(analysis.to()) + " UTC, " + length.toMinutes() + " min "
                + length.toSecondsPart() + " s";
    }

    public String score() {
        return analysis.score() == null ? "no score, no metric says anything" : Said.number(analysis.score()) + " of 100";
    }

    public List<List<String>> groupRows() {
        return analysis.groups().stream().map(Report::row).toList();
    }

    private static List<String> row(Group group) {
        return List.of(group.name(), Said.number(group.weight()), group.score() == null ? "–" : Said.number(group.score()),
                Said.word(group.word()));
    }

    public List<List<String>> metricRows() {
        return analysis.metrics().stream().map(Report::row).toList();
    }

    private static List<String> row(Metric metric) {
        return List.of(metric.objective().key() + (metric.critical() ? "" : " (not critical)"), Said.word(metric.word()),
                samples(metric),
                effect(metric), interval(metric), limit(metric), metric.method());
    }

    public static String samples(Metric metric) {
        return Said.number(Math.rint(metric.samples()));
    }

    public static String effect(Metric metric) {
        return metric.effect().map(effect -> Said.effect(effect, metric.objective().unit())).orElse("–");
    }

    public static String interval(Metric metric) {
        return metric.effect().map(effect -> Said.interval(effect, metric.objective().unit())).orElse("–");
    }

    /** {@code ≤ 200 ms}; counted, also how many requests may miss it. */
    public static String limit(Metric metric) {
        Objective objective = metric.objective();
        String side = switch (objective.bound()) {
            case AT_MOST -> "≤ ";
            case AT_LEAST -> "≥ ";
        };
        return side + Said.value(objective.limit(), objective.unit());
    }

    /** What was counted on one track: {@code 30 of 1,740 requests bad}. */
    static Optional<String> counted(Side side) {
        return side.counts().map(Report::counted);
    }

    private static String counted(Counts counts) {
        return Said.number(counts.bad()) + " of " + Said.number(counts.total()) + " requests bad";
    }

    /** Everything that was asked for a metric, to be copied. */
    public static List<Query> queries(Metric metric) {
        List<Query> all = new ArrayList<>();
        add(all, "canary, points", metric.canary().query());
        add(all, "stable, points", metric.stable().query());
        add(all, "canary, bad requests", metric.canary().counting());
        add(all, "stable, bad requests", metric.stable().counting());
        return all;
    }

    private static void add(List<Query> all, String purpose, String text) {
        if (!text.isBlank()) {
            all.add(new Query(purpose, text.strip()));
        }
    }

    /** What is missing, and what the sources said beside their answers, each in a sentence. */
    public List<String> remarks() {
        Map<String, List<Lack>> alike = analysis.lacks().stream()
                .collect(Collectors.groupingBy(Report::cause, LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(alike.values().stream().map(Report::remark), analysis.warnings().stream()).toList();
    }

    /** A source that is away says so to each question, every time with other seconds. */
    private static String cause(Lack lack) {
        return lack.why().replaceAll("\\d+", "");
    }

    private static String remark(List<Lack> alike) {
        return alike.stream().map(Lack::what).distinct().collect(Collectors.joining(", ")) + ": " + alike.getFirst().why();
    }

    /** The whole in a few sentences, for those who do not see the screen. */
    public String summary() {
        StringBuilder text = new StringBuilder(title()).append(", ").append(window()).append(". ").append(word())
                .append(", score ")
                .append(score()).append(". ").append(analysis.sentence());
        analysis.metrics().stream().filter(metric -> metric.word() != Word.PASS)
                .forEach(metric -> text.append(' ').append(metric.objective().title()).append(": ")
                        .append(Said.word(metric.word()))
                        .append('.'));
        return text.toString();
    }
}
