package com.maily.console.cli;

import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report on a terminal. */
final class AnalysisText {

    private AnalysisText() { }

    static List<String> of(Report report) {
        Analysis analysis = report.analysis();
        List<String> lines = new ArrayList<>(List.of(report.title() + ", " + report.window(),
                report.word() + ": " + analysis.sentence(), "Score: " + report.score()));
        lines.addAll(table(Report.GROUP_HEAD, report.groupRows()));
        lines.addAll(table(Report.METRIC_HEAD, report.metricRows()));
        for (Analysis.Metric metric : analysis.metrics()) {
            lines.add("");
            lines.add(metric.sentence());
            Report.queries(metric).forEach(query -> lines.add("  " + query.purpose() + ": "
                    + query.text().replaceAll("\\s+", " ")));
        }
        if (!report.remarks().isEmpty()) {
            lines.add("");
            report.remarks().forEach(remark -> lines.add("! " + remark));
        }
        return lines;
    }

    private static List<String> table(List<String> head, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(head.stream().map(cell -> cell.toUpperCase(Locale.ROOT)).toList()));
        all.addAll(rows);
        int[] widths = IntStream.range(0, head.size()).map(at -> all.stream().mapToInt(row -> row.get(at).length()).max()
                .orElse(0))
                .toArray();
        List<String> lines = new ArrayList<>(List.of(""));
        all.forEach(row -> lines.add(IntStream.range(0, row.size()).mapToObj(at -> ("%-" + Math.max(1, widths[at]) + "s")
                .formatted(row.get(at))).collect(Collectors.joining("  ")).stripTrailing()));
        return lines;
    }
}
