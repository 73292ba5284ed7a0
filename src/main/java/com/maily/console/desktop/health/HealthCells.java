package com.maily.console.desktop.health;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The kinds of cells of the table of endpoints. */
final class HealthCells {

    private HealthCells() { }

    private static class Cell extends TableCell<HealthRow, HealthRow> {
        private final BiConsumer<Cell, HealthRow> show;

        Cell(BiConsumer<Cell, HealthRow> show, String... styles) {
            this.show = show;
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(@Nullable HealthRow row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeIf(name -> name.startsWith("state-") || name.equals("t-quiet"));
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
            } else {
                show.accept(this, row);
                if (row.stale()) {
                    getStyleClass().add("t-quiet");
                }
            }
        }

        void state(State state) {
            getStyleClass().addAll(List.of(state.styleClass(), "state-word"));
        }
    }

    static TableCell<HealthRow, HealthRow> words(Function<HealthRow, String> text, String... styles) {
        return new Cell((cell, row) -> {
            cell.setText(text.apply(row));
            cell.setTooltip(text.apply(row).isEmpty() ? null : new Tooltip(text.apply(row)));
        }, styles);
    }

    /** Addresses differ at their ends. */
    static TableCell<HealthRow, HealthRow> address() {
        TableCell<HealthRow, HealthRow> cell = words(HealthRow::place, "t-mono");
        cell.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return cell;
    }

    static TableCell<HealthRow, HealthRow> state() {
        StateGlyph glyph = new StateGlyph(State.QUEUED, 13);
        Cell cell = new Cell((self, row) -> {
            glyph.show(row.state());
            self.setText(row.word());
            self.setGraphic(glyph);
            self.state(row.state());
        }, "t-dense");
        cell.setGraphicTextGap(7);
        return cell;
    }

    static TableCell<HealthRow, HealthRow> certificate() {
        return new Cell((cell, row) -> {
            cell.setText(row.certificate());
            switch (row.left()) {
                case FAILED, MARGINAL -> cell.state(row.left());
                default -> cell.getStyleClass().add("t-quiet");
            }
        }, "t-mono");
    }

    static TableCell<HealthRow, HealthRow> line(Theme theme) {
        LatencyLine line = new LatencyLine(theme);
        return new Cell((cell, row) -> {
            line.show(row.reading(), row.stale());
            cell.setGraphic(line);
        });
    }
}
