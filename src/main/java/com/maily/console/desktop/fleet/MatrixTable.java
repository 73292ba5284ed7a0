package com.maily.console.desktop.fleet;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The matrix in words, for those who do not see it and for copying. */
final class MatrixTable extends TableView<FleetModel.Row> {

    MatrixTable(FleetMap map) {
        getStyleClass().add("pod-table");
        setFixedCellSize(PodTable.ROW);
        setPrefHeight((map.lines().size() + 1.5) * PodTable.ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        column("Component", row -> row.line().component()).setMaxWidth(150);
        column("Platform", row -> row.line().platform()).setMaxWidth(100);
        map.groups().forEach(group -> group.columns().forEach(column -> column(group.environment()
                + (column.region().isEmpty() ? "" : " " + column.region()), row -> words(row, column))));
        if (map.git()) {
            column("Git", row -> row.git().map(git -> "wants " + git.wants() + ", " + git.word()).orElse("not in Git"));
        }
    }

    private TableColumn<FleetModel.Row, String> column(String title, Function<FleetModel.Row, String> text) {
        TableColumn<FleetModel.Row, String> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        getColumns().add(column);
        return column;
    }

    private static String words(FleetModel.Row row, FleetMap.Column column) {
        return row.slots().stream().filter(slot -> slot.column().equals(column)).map(slot -> slot.cell().words()).findFirst()
                .orElse("as in the first region");
    }

    void show(FleetModel model) {
        if (!getItems().equals(model.rows())) {
            getItems().setAll(model.rows());
        }
    }
}
