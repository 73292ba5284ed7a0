package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The same chart as numbers, newest first, for those who do not see a curve or want the exact value. */
public final class TimeChartTable extends TableView<TimeChartTable.Row> {

    /** One time with a value per line; {@code –} where the source had none. */
    public record Row(Instant at, List<String> values) { }

    /** Nobody reads further by hand; an export has them all. */
    static final int LONGEST = 5_000;

    private List<String> names = List.of();

    public TimeChartTable() {
        setFixedCellSize(24);
        setPlaceholder(new Label("no samples in this range"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setAccessibleText("The chart as numbers, newest first, at most " + LONGEST + " of each line");
    }

    public void show(TimeChartData data, ChartTime.Span span) {
        List<String> wanted = data.lines().stream().map(line -> heading(data, line)).toList();
        if (!wanted.equals(names) || getColumns().isEmpty()) {
            names = wanted;
            columns();
        }
        List<Row> rows = rows(data, span);
        // The same rows anew would throw whoever reads them back to the top.
        if (!rows.equals(getItems())) {
            getItems().setAll(rows);
        }
    }

    private static String heading(TimeChartData data, TimeChartData.Line line) {
        return data.name(line) + ", " + data.unit() + (data.stale(line) ? ", stale" : "");
    }

    private void columns() {
        List<TableColumn<Row, String>> columns = new ArrayList<>();
        TableColumn<Row, String> time = new TableColumn<>("Time UTC");
        time.setCellValueFactory(cell -> new ReadOnlyStringWrapper(time(cell.getValue().at())));
        columns.add(time);
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            TableColumn<Row, String> value = new TableColumn<>(names.get(i));
            value.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().values().get(at)));
            columns.add(value);
        }
        getColumns().setAll(columns);
    }

    private String time(Instant at) {
        boolean severalDays = !getItems().isEmpty() && !Format.day(getItems().getFirst().at())
                .equals(Format.day(getItems().getLast().at()));
        return severalDays ? Format.day(at) + " " + Format.clock(at) : Format.clock(at);
    }

    static List<Row> rows(TimeChartData data, ChartTime.Span span) {
        Map<Instant, String[]> byTime = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < data.lines().size(); i++) {
            List<Sample> inSpan = data.lines().get(i).points().between(span.from(), span.to());
            for (Sample sample : inSpan.subList(Math.max(0, inSpan.size() - LONGEST), inSpan.size())) {
                String[] values = byTime.computeIfAbsent(sample.at(), _ -> {
                    String[] none = new String[data.lines().size()];
                    Arrays.fill(none, "–");
                    return none;
                });
                values[i] = TimeChartData.number(sample.value());
            }
        }
        return byTime.entrySet().stream().limit(LONGEST).map(entry -> new Row(entry.getKey(), List.of(entry.getValue())))
                .toList();
    }
}
