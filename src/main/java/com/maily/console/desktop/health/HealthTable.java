package com.maily.console.desktop.health;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A row for each endpoint, under the name of its component. Keeps the selection on its endpoint while the rows change. */
final class HealthTable extends TableView<HealthRow> {

    private static final double ROW = 30;

    private final Label placeholder = Text.dense("");
    private String selected = "";
    private boolean showing;

    HealthTable(Theme theme, Runnable changed) {
        getStyleClass().add("health-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(placeholder);
        column("State", 104, HealthCells::state);
        column("Component", 100, () -> HealthCells.words(HealthRow::component, "t-strong"));
        column("Endpoint", 220, HealthCells::address);
        column("Latency", 72, () -> HealthCells.words(HealthRow::latency, "t-mono"));
        column("Last readings", 116, () -> HealthCells.line(theme));
        column("For", 78, () -> HealthCells.words(HealthRow::lasts, "t-mono"));
        column("Certificate", 84, HealthCells::certificate);
        column("Asked", 76, () -> HealthCells.words(HealthRow::asked, "t-mono"));
        column("What it says", 270, () -> HealthCells.words(row -> row.reading().sentence(), "t-dense"));
        getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (!showing && row != null) {
                selected = row.subject();
                changed.run();
            }
        });
    }

    private void column(String title, double width, Supplier<TableCell<HealthRow, HealthRow>> cells) {
        TableColumn<HealthRow, HealthRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 54));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> cells.get());
        getColumns().add(column);
    }

    /** @param nothing what to say where there are no rows */
    void show(List<HealthRow> rows, String nothing) {
        placeholder.setText(nothing);
        if (rows.equals(getItems())) {
            return;
        }
        showing = true;
        getItems().setAll(rows);
        rows.stream().filter(row -> row.subject().equals(selected)).findFirst().ifPresentOrElse(row -> getSelectionModel()
                .select(row),
                () -> getSelectionModel().clearSelection());
        showing = false;
    }

    Optional<HealthRow> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }
}
