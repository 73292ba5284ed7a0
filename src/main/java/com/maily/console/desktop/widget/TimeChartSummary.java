package com.maily.console.desktop.widget;

import java.time.Instant;

/** Says in a few sentences what a chart draws, each line with its source. */
final class TimeChartSummary {

    private TimeChartSummary() { }

    static String of(TimeChartData data) {
        if (data.lines().stream().allMatch(line -> line.points().size() == 0)) {
            return data.title() + ": " + data.nothing();
        }
        StringBuilder text = new StringBuilder(data.title());
        data.lines().stream().filter(line -> line.points().size() > 0).forEach(line -> line(text, data, line));
        data.limit().ifPresent(limit -> text.append("; ").append(limit.label()));
        data.bands().stream().filter(TimeChartData.Band::alert).filter(band -> band.to().isEmpty())
                .forEach(band -> text.append("; alert ").append(band.label()).append(" since ")
                        .append(Format.clock(band.from())));
        return text + (data.stale() ? "; stale" : "");
    }

    private static void line(StringBuilder text, TimeChartData data, TimeChartData.Line line) {
        ChartPoints points = line.points();
        ChartPyramid.Extremes ends = new ChartPyramid.Extremes();
        points.look(0, points.size(), ends);
        int last = points.size() - 1;
        text.append(", ").append(data.name(line));
        text.append(data.stale(line) ? " last at " + Format.clock(Instant.ofEpochMilli(points.at(last))) + " " : " now ")
                .append(TimeChartData.number(points.value(last))).append(' ').append(data.unit())
                .append(", between ").append(TimeChartData.number(ends.low)).append(" and ")
                .append(TimeChartData.number(ends.high));
        if (line.stale() && !data.stale()) {
            text.append(", stale");
        }
    }
}
