package com.maily.console.desktop.widget;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.input.ScrollEvent;

/** The newest lines of a log, virtualised. It follows the end until somebody scrolls, and again when asked to. */
public final class LogTail extends ListView<String> {
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private double heightAtEnd;
    private int linesAtEnd;

    public LogTail() {
        getStyleClass().add("log-tail");
        setFixedCellSize(18);
        setFocusTraversable(true);
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) {
                following.set(false);
            }
        });
        following.addListener((_, _, follows) -> {
            if (follows) {
                toEnd();
            }
        });
    }

    public BooleanProperty following() {
        return following;
    }

    public void show(List<String> lines) {
        if (lines.equals(getItems())) {
            return;
        }
        getItems().setAll(lines);
        if (following.get()) {
            toEnd();
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // Only now is it known how many lines fit, so only now the end can be found.
        if (following.get() && (getHeight() != heightAtEnd || getItems().size() != linesAtEnd)) {
            heightAtEnd = getHeight();
            linesAtEnd = getItems().size();
            toEnd();
        }
    }

    private void toEnd() {
        if (!getItems().isEmpty()) {
            scrollTo(getItems().size() - 1);
        }
    }
}
