package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the numbers of a chart as CSV: every raw sample of the span, one row for each time, with what was asked of whom. */
final class ChartCsv {

    private final Appendable out;
    private final TimeChartData data;
    private final ChartTime.Span span;
    private final List<List<Sample>> columns;

    ChartCsv(Appendable out, TimeChartData data, ChartTime.Span span) {
        this.out = out;
        this.data = data;
        this.span = span;
        this.columns = data.lines().stream().map(line -> line.points().between(span.from(), span.to())).toList();
    }

    /** @param facts what the chart itself does not know, such as its environment; one comment line each */
    void write(List<String> facts) throws IOException {
        comment(data.title() + ", " + data.unit());
        for (String fact : facts) {
            comment(fact);
        }
        comment("from " + span.from() + " to " + span.to() + ", UTC");
        if (data.limit().isPresent()) {
            comment("limit: " + data.limit().get().label());
        }
        for (TimeChartData.Line line : data.lines()) {
            comment(line.name() + ": " + line.origin().map(origin -> origin.source().name() + ", every "
                    + origin.step().toSeconds() + " s, " + origin.query()).orElse("source not told")
                    + (data.stale(line) ? " (stale)" : ""));
        }
        heads();
        rows();
    }

    private void comment(String text) throws IOException {
        out.append("# ").append(text.replaceAll("\\s*\\R\\s*", " ")).append('\n');
    }

    private void heads() throws IOException {
        List<String> heads = new ArrayList<>(List.of("time"));
        data.lines().forEach(line -> heads.add(data.name(line) + " (" + data.unit() + ")"));
        if (!data.weights().isEmpty()) {
            heads.add("canary weight (%)");
        }
        out.append(String.join(",", heads.stream().map(ChartCsv::quoted).toList())).append('\n');
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Goes along all lines at once, so that a million samples need no second list. */
    private void rows() throws IOException {
        int[] next = new int[columns.size()];
        int weight = 0;
        for (Instant at = earliest(next); at.isBefore(Instant.MAX); at = earliest(next)) {
            out.append(at.toString());
            for (int i = 0; i < next.length; i++) {
                out.append(',');
                if (next[i] < columns.get(i).size() && columns.get(i).get(next[i]).at().equals(at)) {
                    out.append(Double.toString(columns.get(i).get(next[i]++).value()));
                }
            }
            if (!data.weights().isEmpty()) {
                while (weight < data.weights().size() && !data.weights().get(weight).at().isAfter(at)) {
                    weight++;
                }
                out.append(',').append(weight == 0 ? "" : Double.toString(data.weights().get(weight - 1).value()));
            }
            out.append('\n');
        }
    }

    private Instant earliest(int[] next) {
        Instant first = Instant.MAX;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < columns.get(i).size() && columns.get(i).get(next[i]).at().isBefore(first)) {
                first = columns.get(i).get(next[i]).at();
            }
        }
        return first;
    }
}
