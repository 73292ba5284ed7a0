package com.maily.console.sandbox.metrics;

import com.maily.console.sandbox.metrics.store.Family;
import com.maily.console.sandbox.metrics.store.Labels;
import com.maily.console.sandbox.metrics.store.SeriesStore;
import com.maily.console.sandbox.metrics.store.TimeSeries;
import java.util.Locale;
import java.util.stream.Collectors;

/** The current values in the text format that Prometheus scrapes. */
final class Exposition {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Exposition() { }

    static String of(SeriesStore store) {
        StringBuilder page = new StringBuilder(64 * 1024);
        for (Family family : store.families()) {
            page.append("# HELP ").append(family.name()).append(' ').append(family.help()).append('\n');
            page.append("# TYPE ").append(family.name()).append(' ')
                    .append(family.kind().name().toLowerCase(Locale.ROOT)).append('\n');
            for (TimeSeries series : store.of(family)) {
                page.append(line(series)).append('\n');
            }
        }
        return page.toString();
    }

    private static String line(TimeSeries series) {
        String labels = series.labels().asMap().entrySet().stream().filter(label -> !label.getKey().equals(Labels.NAME))
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"').collect(Collectors.joining(","));
        return series.labels().name() + (labels.isEmpty() ? "" : '{' + labels + '}') + ' ' + Numbers.value(series.current());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
