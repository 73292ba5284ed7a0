package com.maily.console.desktop.analysis;

import com.maily.console.core.sla.Analysis.Metric;
import com.maily.console.core.sla.report.Report;
import com.maily.console.core.sla.report.Said;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The metrics of a report with their working, one row each. */
final class MetricTable extends TableView<Metric> {

    private static final double ROW = 30;
    private static final double HEAD = 34;

    private boolean showing;

    MetricTable(Consumer<Metric> choose) {
        getStyleClass().addAll("rollback-table", "metric-table");
        setAccessibleText("Metrics of this analysis");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setPlaceholder(Text.dense("No metric tells the canary from the stable track."));
        getColumns().setAll(List.of(named(), column("Word", 112, Word::new),
                column("n", 74, () -> new Words(Report::samples, "t-mono")),
                column("Effect", 84, () -> new Words(Report::effect, "t-mono")),
                column("Interval", 142, () -> new Words(Report::interval, "t-mono")),
                column("Limit", 84, () -> new Words(Report::limit, "t-mono")),
                column("Method", 220, () -> new Words(Metric::method, "t-label"))));
        getColumns().forEach(column -> column.setSortable(false));
        widthProperty().addListener((_, _, wide) -> getColumns().getLast().setVisible(wide.doubleValue() >= 860));
        getSelectionModel().selectedItemProperty().addListener((_, _, metric) -> {
            if (!showing && metric != null) {
                choose.accept(metric);
            }
        });
    }

    private static TableColumn<Metric, Metric> named() {
        return column("Metric", 180, () -> new Words(metric -> metric.objective().title()
                + (metric.critical() ? "" : " (not critical)"), "t-dense-strong"));
    }

    private static TableColumn<Metric, Metric> column(String title, double width, Supplier<TableCell<Metric, Metric>> cell) {
        TableColumn<Metric, Metric> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 64));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    /** @param chosen the objective's key */
    void show(List<Metric> metrics, String chosen) {
        showing = true;
        if (!getItems().equals(metrics)) {
            getItems().setAll(metrics);
        }
        double height = HEAD + ROW * Math.max(1, metrics.size());
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        metrics.stream().filter(metric -> metric.objective().key().equals(chosen)).findFirst()
                .ifPresent(getSelectionModel()::select);
        showing = false;
    }

    private static final class Words extends TableCell<Metric, Metric> {

        private final Function<Metric, String> words;

        Words(Function<Metric, String> words, String style) {
            this.words = words;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable Metric metric, boolean empty) {
            super.updateItem(metric, empty);
            setText(empty || metric == null ? null : words.apply(metric));
        }
    }

    private static final class Word extends TableCell<Metric, Metric> {

        private final StateGlyph glyph = new StateGlyph(State.PLANNED, 13);

        Word() {
            getStyleClass().addAll("t-dense-strong", "word-cell");
            setGraphicTextGap(7);
        }

        @Override
        protected void updateItem(@Nullable Metric metric, boolean empty) {
            super.updateItem(metric, empty);
            getStyleClass().removeIf(style -> style.startsWith("state-"));
            setText(empty || metric == null ? null : Said.word(metric.word()));
            setGraphic(empty || metric == null ? null : glyph);
            if (!empty && metric != null) {
                glyph.show(State.of(metric.word()));
                getStyleClass().addAll("state-word", State.of(metric.word()).styleClass());
            }
        }
    }
}
