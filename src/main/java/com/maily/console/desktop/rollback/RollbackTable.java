package com.maily.console.desktop.rollback;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The components in the order they go back, with what the preflight says of each and, later, what was read back. */
final class RollbackTable extends TableView<RollbackRow> {

    private static final double ROW = 38;
    private static final double HEADER = 36;

    private final Theme theme;
    private final RollbackActions actions;
    private RollbackBars.Frame frame = RollbackBars.Frame.EMPTY;
    private final TableColumn<RollbackRow, RollbackRow> bars;
    private boolean running;

    private interface Drawing {
        Node draw(RollbackRow row);
    }

    RollbackTable(Theme theme, RollbackActions actions) {
        this.theme = theme;
        this.actions = actions;
        getStyleClass().add("rollback-table");
        setFixedCellSize(ROW);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(Text.dense("No component is to go back."));
        bars = column("", 170, 70, this::bar);
        getColumns().setAll(List.of(column("", 40, 40, this::mark), column("#", 28, 28, row -> Text.of(String.valueOf(row.number()), "t-mono-small")),
                column("Component", 110, 96, RollbackTable::name), column("How", 170, 140, row -> Text.dense(row.how())),
                column("Now", 118, 116, this::now), column("To", 72, 68, row -> whole(Text.of(row.to(), "t-mono", "version-to"))),
                column("Preflight", 220, 130, this::result), bars));
        getColumns().forEach(column -> column.setSortable(false));
        setSelectionModel(null);
        // Where there is little room, how a component goes back stands in the tooltip of its name.
        widthProperty().addListener((_, _, wide) -> getColumns().get(3).setVisible(wide.doubleValue() >= 720));
    }

    private static TableColumn<RollbackRow, RollbackRow> column(String title, double width, double least, Drawing drawing) {
        TableColumn<RollbackRow, RollbackRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        if (width == least) {
            column.setMaxWidth(width);
        }
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable RollbackRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : drawing.draw(row));
            }
        });
        return column;
    }

    void show(RollbackModel model) {
        running = switch (model.mood()) {
            case GOING_BACK, BACK, NOT_BACK -> true;
            case NOTHING, UNPLANNED, LOADING, FAILING, READY -> false;
        };
        getColumns().get(6).setText(running ? "Result" : "Preflight");
        RollbackBars.Frame next = RollbackBars.Frame.of(model);
        boolean sameRows = getItems().equals(model.rows());
        if (!next.equals(frame)) {
            frame = next;
            bars.setText(frame.title());
            refresh();
        }
        if (!sameRows) {
            getItems().setAll(model.rows());
        }
        double rows = Math.max(1, model.rows().size());
        setMinHeight(HEADER + ROW * Math.min(4, rows));
        setPrefHeight(HEADER + ROW * rows);
        setMaxHeight(HEADER + ROW * rows);
    }

    private Node mark(RollbackRow row) {
        if (running) {
            return new StateGlyph(row.state(), 16);
        }
        CheckBox box = new CheckBox();
        box.setSelected(row.included());
        box.setAccessibleText("Roll back " + row.component());
        box.setOnAction(_ -> actions.include(row.component(), box.isSelected()));
        return box;
    }

    private static Node name(RollbackRow row) {
        Label name = Text.strong(row.component());
        name.setTooltip(new Tooltip(row.component() + ": " + row.how()));
        return name;
    }

    private static Label whole(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Node now(RollbackRow row) {
        Label version = Text.mono(row.now());
        if (running && row.state() == State.ROLLED_BACK) {
            version.getStyleClass().add("struck");
        }
        version.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(6, version, Text.of(row.share(), "t-mono-small"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node result(RollbackRow row) {
        Label text = Text.of(row.result(), "t-dense");
        if (running || row.state() == State.MARGINAL || row.state() == State.FAILED) {
            text.getStyleClass().setAll("label", "t-dense-strong", "state-word", row.state().styleClass());
        }
        text.setMinWidth(0);
        HBox line = running ? new HBox(text) : new HBox(6, new StateGlyph(row.state(), 13), text);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!row.detail().isEmpty()) {
            Tooltip.install(line, new Tooltip(row.detail()));
        }
        if (!running || row.detail().isEmpty() || row.detail().equals(row.result())) {
            return line;
        }
        VBox box = new VBox(0, line, Text.of(row.detail(), "t-mono-small"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node bar(RollbackRow row) {
        RollbackBars bar = new RollbackBars(theme);
        bar.show(row, frame);
        return bar;
    }
}
