package com.maily.console.core.sla.report;

import com.maily.console.core.model.Redaction;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analysis.Metric;
import java.util.List;
import java.util.stream.Collectors;

/** A report as Markdown, to be pasted into a ticket. Without charts, which no Markdown carries with it. */
public final class Markdown {

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private Markdown(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        return Redaction.of(new Markdown(report).write());
    }

    private String write() {
        Analysis analysis = report.analysis();
        paragraph("# " + report.title());
        paragraph("**" + report.word() + "**: " + analysis.sentence());
        text.append("- Window: ").append(report.window()).append('\n').append("- Score: ").append(report.score()).append('\n')
                .append("- Asked at ").append(Said.moment(analysis.askedAt())).append(" UTC\n");
        report.said().ifPresent(said -> text.append("- The run said at the time: ").append(said).append('\n'));
        text.append('\n');
        table(Report.GROUP_HEAD, report.groupRows());
        table(Report.METRIC_HEAD, report.metricRows());
        analysis.metrics().forEach(this::metric);
        if (!report.remarks().isEmpty()) {
            paragraph("## Remarks");
            paragraph(report.remarks().stream().map(remark -> "- " + remark).collect(Collectors.joining("\n")));
        }
        return text.toString().stripTrailing() + "\n";
    }

    private void metric(Metric metric) {
        paragraph("## " + metric.objective().title());
        paragraph(metric.sentence());
        String counts = List.of(metric.canary(), metric.stable()).stream().flatMap(side -> Report.counted(side)
                .map(said -> "- " + (side == metric.canary() ? "canary" : "stable") + ": " + said).stream())
                        .collect(Collectors.joining("\n"));
        if (!counts.isEmpty()) {
            paragraph(counts);
        }
        Report.queries(metric).forEach(query -> paragraph(query.purpose() + ":\n\n```\n" + query.text() + "\n```"));
    }

    private void table(List<String> head, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            row(head);
            row(head.stream().map(_ -> "---").toList());
            rows.forEach(this::row);
            text.append('\n');
        }
    }

    private void row(List<String> cells) {
        text.append("| ").append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")))
                .append(" |\n");
    }

    private void paragraph(String words) {
        text.append(words).append("\n\n");
    }
}
