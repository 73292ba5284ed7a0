package com.maily.console.desktop.widget;

import com.maily.console.core.port.Sample;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private List<String> names = List.of();

    public TimeChartTable() {
        setFixedCellSize(24);
        setPlaceholder(new Label("no samples in this range"));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    public void show(TimeChartData data, ChartTime.Span span) {
        List<String> wanted = data.lines().stream().map(TimeChartData.Line::name).toList();
        if (!wanted.equals(names) || getColumns().isEmpty()) {
            names = wanted;
            columns(data.unit());
        }
        List<Row> rows = rows(data, span);
        // The same rows anew would throw whoever reads them back to the top.
        if (!rows.equals(getItems())) {
            getItems().setAll(rows);
        }
    }

    private void columns(String unit) {
        List<TableColumn<Row, String>> columns = new ArrayList<>();
        TableColumn<Row, String> time = new TableColumn<>("Time UTC");
        time.setCellValueFactory(cell -> new ReadOnlyStringWrapper(CLOCK.format(cell.getValue().at())));
        columns.add(time);
        for (int i = 0; i < names.size(); i++) {
            int at = i;
            TableColumn<Row, String> value = new TableColumn<>(names.get(i) + ", " + unit);
            value.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().values().get(at)));
            columns.add(value);
        }
        getColumns().setAll(columns);
    }

    static List<Row> rows(TimeChartData data, ChartTime.Span span) {
        Map<Instant, String[]> byTime = new TreeMap<>(java.util.Comparator.reverseOrder());
        for (int i = 0; i < data.lines().size(); i++) {
            for (Sample sample : data.lines().get(i).samples()) {
                if (!sample.at().isBefore(span.from()) && !sample.at().isAfter(span.to())) {
                    String[] values = byTime.computeIfAbsent(sample.at(), _ -> {
                        String[] none = new String[data.lines().size()];
                        java.util.Arrays.fill(none, "–");
                        return none;
                    });
                    values[i] = TimeChartData.number(sample.value());
                }
            }
        }
        return byTime.entrySet().stream().map(entry -> new Row(entry.getKey(), List.of(entry.getValue()))).toList();
    }
}
