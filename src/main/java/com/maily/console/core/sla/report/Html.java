package com.maily.console.core.sla.report;

import com.maily.console.core.model.Redaction;
import com.maily.console.core.sla.Analysis;
import com.maily.console.core.sla.Analysis.Metric;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as one HTML page that needs nothing else: charts drawn into it, no scripts, nothing loaded. */
public final class Html {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ground:#fff;--text:#121821;--quiet:#586575;--line:#d6dde6;--can:#4a1f87;--run:#0862c4;
            --ok:#006b52;--wait:#846000;--fail:#900824}
            @media(prefers-color-scheme:dark){:root{--ground:#10141b;--text:#e9eef5;--quiet:#8895a7;--line:#262f3b;
            --can:#ffadeb;--run:#4499ff;
            --ok:#45d6b0;--wait:#ffdd66;--fail:#ff6a5c}}
            body{font:14px/1.45 Inter,system-ui,sans-serif;background:var(--ground);color:var(--text);max-width:1080px;
            margin:24px auto;padding:0 16px}
            table{border-collapse:collapse;margin:12px 0}
            th,td{text-align:left;padding:4px 14px 4px 0;border-bottom:1px solid var(--line)}
            th{color:var(--quiet);font-weight:400;font-size:12px}
            pre{white-space:pre-wrap;font-size:12px;border:1px solid var(--line);padding:8px}
            .word{font-weight:600}.pass{color:var(--ok)}.marginal{color:var(--wait)}.fail{color:var(--fail)}
            .too_few_samples,.no_data{color:var(--quiet)}
            .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(420px,1fr));gap:12px}figure{margin:0}
            figcaption,.quiet{color:var(--quiet);font-size:12px}svg{width:100%;height:auto}
            svg text{font:10.5px monospace;fill:var(--quiet)}
            .grid{stroke:var(--line)}.curve{fill:none;stroke-width:1.6}
            .curve.stable{stroke:var(--quiet);stroke-dasharray:4 3;stroke-width:1.2}
            .curve.canary{stroke:var(--can)}.dot.canary{fill:var(--can)}.curve.difference{stroke:var(--quiet)}
            .dot{fill:var(--quiet)}
            .band{fill:var(--run);opacity:.16}.mark{stroke:var(--quiet)}.mark.limit{stroke-dasharray:6 4}
            .mark.effect{stroke:var(--run)}
            """;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private Html(Report report) {
        this.report = report;
    }

    public static String of(Report report) {
        return new Html(report).write();
    }

    private String write() {
        Analysis analysis = report.analysis();
        text.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>").append(escaped(report.title()))
                .append("</title><style>\n").append(STYLE).append("</style></head><body>\n");
        element("h1", report.title());
        text.append("<p><span class=\"word ").append(analysis.word().name().toLowerCase(Locale.ROOT)).append("\">")
                .append(escaped(report.word())).append("</span> ").append(escaped(analysis.sentence())).append("</p>\n");
        quiet(report.window() + " · score " + report.score() + " · asked at " + Said.moment(analysis.askedAt()) + " UTC"
                + report.said().map(said -> " · the run said: " + said).orElse(""));
        table(Report.GROUP_HEAD, report.groupRows());
        table(Report.METRIC_HEAD, report.metricRows());
        quiet("In the charts: canary solid, stable dashed, limits in long dashes; where the judge says that the "
                + "difference lies is shaded.");
        analysis.metrics().forEach(this::metric);
        if (!report.remarks().isEmpty()) {
            element("h2", "Remarks");
            report.remarks().forEach(remark -> element("p", remark));
        }
        return text.append("</body></html>\n").toString();
    }

    private void quiet(String words) {
        text.append("<p class=\"quiet\">").append(escaped(words)).append("</p>\n");
    }

    private void metric(Metric metric) {
        element("h2", metric.objective().title());
        element("p", metric.sentence());
        text.append("<div class=\"charts\">\n");
        Figures.of(report.analysis(), metric).all().forEach(figure -> text.append("<figure><figcaption>")
                .append(escaped(figure.title())).append("</figcaption>\n").append(Svg.of(figure)).append("</figure>\n"));
        text.append("</div>\n");
        Report.queries(metric).forEach(query -> {
            quiet(query.purpose());
            element("pre", query.text());
        });
    }

    private void table(List<String> head, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            text.append("<table><tr>").append(cells("th", head)).append("</tr>\n");
            rows.forEach(row -> text.append("<tr>").append(cells("td", row)).append("</tr>\n"));
            text.append("</table>\n");
        }
    }

    private static String cells(String kind, List<String> cells) {
        return cells.stream().map(cell -> "<" + kind + ">" + escaped(cell) + "</" + kind + ">").collect(Collectors.joining());
    }

    private void element(String kind, String words) {
        text.append('<').append(kind).append('>').append(escaped(words)).append("</").append(kind).append(">\n");
    }

    /** What looks like a secret is taken out first: once it is escaped, it does not look like one any more. */
    static String escaped(String words) {
        return Redaction.of(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
