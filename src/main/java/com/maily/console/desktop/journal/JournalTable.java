package com.maily.console.desktop.journal;

import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The list of entries, newest first. Only the rows that are seen have nodes. */
final class JournalTable extends TableView<JournalRow> {

    private final Runnable atEnd;
    private long firstBad;
    private boolean watching;

    JournalTable(Runnable atEnd) {
        this.atEnd = atEnd;
        getStyleClass().add("journal-table");
        setFixedCellSize(24);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setPlaceholder(Text.dense("No entry matches. Take a filter away to see more."));
        getColumns().setAll(List.of(column("Time UTC", 84, 84, row -> Format.clock(row.entry().at()), "t-mono"), event(),
                column("Detail", 420, 100, JournalRow::detail, "t-dense"), column("Source", 94, 82, JournalRow::source, "t-dense"),
                column("Who", 116, 84, JournalRow::who, "t-dense"),
                column("Hash", 58, 58, row -> row.entry().hash().substring(0, Math.min(4, row.entry().hash().length())), "t-mono-small")));
        getColumns().forEach(column -> column.setSortable(false));
        setRowFactory(_ -> new Line());
        widthProperty().addListener((_, _, wide) -> {
            // Both stand in the detail beside the list, too.
            getColumns().get(3).setVisible(wide.doubleValue() >= 640);
            getColumns().get(4).setVisible(wide.doubleValue() >= 520);
            getColumns().get(5).setVisible(wide.doubleValue() >= 640);
        });
    }

    private static TableColumn<JournalRow, JournalRow> column(String title, double width, double least, Function<JournalRow, String> text,
                                                              String style) {
        TableColumn<JournalRow, JournalRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        if (width == least) {
            column.setMaxWidth(width);
        }
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Words(text, style));
        return column;
    }

    private static TableColumn<JournalRow, JournalRow> event() {
        TableColumn<JournalRow, JournalRow> column = new TableColumn<>("Event");
        column.setPrefWidth(210);
        column.setMinWidth(140);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Event());
        return column;
    }

    /** Keeps the selection on its entry while the list grows above it. */
    void show(List<JournalRow> rows, long newFirstBad) {
        Optional<Long> selected = Optional.ofNullable(getSelectionModel().getSelectedItem()).map(row -> row.entry().sequence());
        if (firstBad != newFirstBad) {
            firstBad = newFirstBad;
            refresh();
        }
        if (!getItems().equals(rows)) {
            getItems().setAll(rows);
            selected.ifPresent(this::select);
        }
        watchEnd();
    }

    boolean select(long sequence) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).entry().sequence() == sequence) {
                getSelectionModel().select(i);
                return true;
            }
        }
        return false;
    }

    private void watchEnd() {
        if (!watching && lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            watching = true;
            bar.valueProperty().addListener((_, _, at) -> {
                if (bar.isVisible() && at.doubleValue() > bar.getMax() * 0.95) {
                    atEnd.run();
                }
            });
        }
    }

    private final class Line extends TableRow<JournalRow> {
        @Override
        protected void updateItem(@Nullable JournalRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("bad");
            if (!empty && row != null && firstBad > 0 && row.entry().sequence() == firstBad) {
                getStyleClass().add("bad");
            }
        }
    }

    private static final class Words extends TableCell<JournalRow, JournalRow> {
        private final Function<JournalRow, String> text;

        Words(Function<JournalRow, String> text, String style) {
            this.text = text;
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable JournalRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text.apply(row));
        }
    }

    private static final class Event extends TableCell<JournalRow, JournalRow> {
        private @Nullable StateGlyph glyph;

        Event() {
            getStyleClass().add("t-dense-strong");
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(@Nullable JournalRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            if (glyph == null) {
                glyph = new StateGlyph(row.state(), 13);
            }
            glyph.show(row.state());
            setText(row.title());
            setGraphic(glyph);
        }
    }
}
