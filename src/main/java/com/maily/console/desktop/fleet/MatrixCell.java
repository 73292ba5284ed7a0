package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Weight;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One component in one place: glyph, version, canary share, ready units; can be selected by mouse and keyboard. */
final class MatrixCell extends HBox {

    private static final double FARTHEST = 60;
    /** So much the version and a canary's share take, whether there is a canary or not: the numbers stand below each other. */
    private static final double LEAD = 196;
    private static final double UNITS = 38;

    private final StateGlyph glyph = new StateGlyph(State.PLANNED, 12);
    private final Label version = Text.of("", "t-mono", "cell-version");
    private final ShareBar bar = new ShareBar();
    private final Label share = Text.of("", "t-mono", "cell-share");
    private final Label remark = Text.of("", "t-label", "cell-remark", State.PLANNED.styleClass());
    private final Label units = Text.of("", "t-mono-small");
    private final String where;
    private @Nullable FleetCell shown;

    /** @param where in words: {@code api in eu-west-1} */
    MatrixCell(String where, Runnable select) {
        super(7);
        this.where = where;
        setId("cell-" + where.replace(' ', '-'));
        getStyleClass().add("matrix-cell");
        setAlignment(Pos.CENTER_LEFT);
        version.setMinWidth(Region.USE_PREF_SIZE);
        share.setMinWidth(Region.USE_PREF_SIZE);
        units.setMinWidth(UNITS);
        units.setAlignment(Pos.CENTER_RIGHT);
        remark.setMinWidth(0);
        HBox lead = new HBox(7, glyph, version, bar, share);
        lead.setAlignment(Pos.CENTER_LEFT);
        lead.setPrefWidth(LEAD);
        // In a wide column the numbers must not stand far from what they count.
        Region gap = Text.gap();
        gap.setMaxWidth(FARTHEST);
        getChildren().setAll(lead, gap, units, remark);
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setOnMouseClicked(_ -> select.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                select.run();
                event.consume();
            }
        });
    }

    /** @param dim shown for comparison with the environment the window is in */
    void show(FleetCell cell, boolean dim, boolean selected) {
        boolean there = cell.look() != FleetCell.Look.NONE;
        setFocusTraversable(there);
        setCursor(there ? Cursor.HAND : Cursor.DEFAULT);
        mark("selected", selected);
        mark("dim", dim);
        setAccessibleText(where + ": " + cell.words());
        if (cell.equals(shown)) {
            return;
        }
        shown = cell;
        mark("stale", cell.look() == FleetCell.Look.STALE || cell.look() == FleetCell.Look.UNREACHABLE);
        mark("absent", cell.look() == FleetCell.Look.NONE || cell.look() == FleetCell.Look.LOADING);
        draw(cell);
    }

    private void draw(FleetCell cell) {
        boolean canary = cell.canary().isPresent();
        if (canary && cell.state() == State.CANARY) {
            glyph.showShare(cell.canary().get());
        } else {
            glyph.show(cell.state());
        }
        version.setText(switch (cell.look()) {
            case NONE -> "none";
            case LOADING -> "…";
            case UNREACHABLE -> cell.version().isEmpty() ? "no answer" : cell.version();
            case LIVE, STALE -> cell.version().isEmpty() ? "none" : cell.version();
        });
        Text.visible(bar, canary);
        Text.visible(share, canary);
        cell.canary().ifPresent(weight -> {
            bar.show(weight);
            share.setText(weight.toString());
        });
        Text.visible(remark, !cell.remark().isEmpty() && !cell.version().isEmpty());
        remark.setText(cell.remark());
        remark.getStyleClass().setAll("label", "t-label", "cell-remark", cell.state().styleClass());
        units.setText(cell.units());
        units.getStyleClass().setAll("label", "t-mono-small", cell.state().styleClass());
        if (cell.state() == State.RUNNING || cell.fault()) {
            units.getStyleClass().add("state-word");
        }
    }

    private void mark(String style, boolean on) {
        if (on != getStyleClass().contains(style)) {
            if (on) {
                getStyleClass().add(style);
            } else {
                getStyleClass().remove(style);
            }
        }
    }

    /** The canary's share as the pink end of a short bar. */
    private static final class ShareBar extends Region {
        private static final double WIDTH = 52;
        private final Region part = new Region();

        ShareBar() {
            getStyleClass().add("share-bar");
            part.getStyleClass().add("part");
            getChildren().add(part);
            setMinSize(24, 7);
            setPrefSize(WIDTH, 7);
            setMaxSize(WIDTH, 7);
        }

        void show(Weight weight) {
            part.setUserData(weight.percent() / 100);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double wide = part.getUserData() instanceof Double share ? Math.max(2, Math.round(getWidth() * share)) : 0;
            part.resizeRelocate(getWidth() - wide, 0, wide, getHeight());
        }
    }
}
