package com.maily.console.desktop.fleet;

import com.maily.console.core.port.Track;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The kinds of cells of the pod table. Each has its nodes once and only changes what they say. */
final class PodCells {

    private PodCells() { }

    /** A cell that says something of its row. */
    private static class Cell extends TableCell<PodRow, PodRow> {
        private final BiConsumer<Cell, PodRow> show;

        Cell(BiConsumer<Cell, PodRow> show, String... styles) {
            this.show = show;
            getStyleClass().addAll(styles);
            // Names of pods and machines differ at their ends.
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable PodRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
            } else {
                show.accept(this, row);
            }
        }

        void mark(String style, boolean on) {
            if (on != getStyleClass().contains(style)) {
                if (on) {
                    getStyleClass().add(style);
                } else {
                    getStyleClass().remove(style);
                }
            }
        }
    }

    static Supplier<TableCell<PodRow, PodRow>> words(Function<PodRow, String> text, String... styles) {
        return () -> new Cell((cell, row) -> cell.setText(text.apply(row)), styles);
    }

    static TableCell<PodRow, PodRow> version() {
        return new Cell((cell, row) -> {
            cell.setText(row.pod().version());
            cell.mark("canary-version", row.pod().track() == Track.CANARY);
        }, "t-mono");
    }

    static TableCell<PodRow, PodRow> restarts() {
        return new Cell((cell, row) -> {
            cell.setText(String.valueOf(row.pod().restarts()));
            cell.mark("t-quiet", row.pod().restarts() == 0);
        }, "t-mono");
    }

    /** @param stale whether nobody knows if it is still so */
    static TableCell<PodRow, PodRow> state(BooleanSupplier stale) {
        StateGlyph glyph = new StateGlyph(State.DONE, 12);
        Cell cell = new Cell((self, row) -> {
            State state = stale.getAsBoolean() ? State.STALE : row.state();
            glyph.show(state);
            self.setText(stale.getAsBoolean() ? "was " + row.word().toLowerCase(Locale.ROOT) : row.word());
            self.setGraphic(glyph);
            self.getStyleClass().removeIf(name -> name.startsWith("state-"));
            if (state != State.DONE && state != State.SKIPPED) {
                self.getStyleClass().addAll(state.styleClass(), "state-word");
            }
        }, "t-dense");
        cell.setGraphicTextGap(7);
        return cell;
    }

    static TableCell<PodRow, PodRow> cpu() {
        CpuBar bar = new CpuBar();
        Cell cell = new Cell((self, row) -> {
            self.setText(row.cpuShare().map(share -> Math.round(share) + " %")
                    .orElseGet(() -> row.used().map(used -> used.millicores() + "m").orElse("–")));
            row.cpuShare().ifPresent(bar::show);
            self.setGraphic(row.cpuShare().isPresent() ? bar : null);
            self.setAccessibleText("CPU " + self.getText());
        }, "t-mono");
        cell.setGraphicTextGap(7);
        return cell;
    }

    static TableCell<PodRow, PodRow> memory() {
        return new Cell((cell, row) -> cell.setText(row.used().map(used -> Units.bytes(used.bytes())).orElse("–")), "t-mono");
    }

    static TableCell<PodRow, PodRow> age(Ages ages) {
        return new Age(ages);
    }

    /** Grows by itself; only those that are seen do. */
    private static final class Age extends Cell {
        // Held here and weakly there: a cell that is no longer used must not live as long as the clock.
        private final InvalidationListener onTick;

        Age(Ages ages) {
            super((cell, row) -> cell.setText(Units.age(row.pod().createdAt(), ages.instant())), "t-mono", "t-quiet", "right");
            onTick = _ -> {
                if (getItem() != null) {
                    updateItem(getItem(), isEmpty());
                }
            };
            ages.now().addListener(new WeakInvalidationListener(onTick));
        }
    }
}
