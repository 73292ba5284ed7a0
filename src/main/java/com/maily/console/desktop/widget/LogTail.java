package com.maily.console.desktop.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Font;

/**
 * The newest lines of a log, virtualised. Long lines go on in the next row, so that nothing is cut off. It follows the end until
 * somebody scrolls, and again when asked to.
 */
public final class LogTail extends ListView<String> {
    private static final double ROW = 18;
    /** Padding of a row and the scroll bar. */
    private static final double BESIDE = 46;
    /** Above and below all rows, as the theme has it. */
    private static final double PADDING = 8;
    private static final String GOES_ON = "    ";
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final double letter;
    private List<String> lines = List.of();
    private int letters = 80;
    private double heightAtEnd;
    private int linesAtEnd;

    public LogTail() {
        getStyleClass().add("log-tail");
        setFixedCellSize(ROW);
        setFocusTraversable(true);
        javafx.scene.text.Text measured = new javafx.scene.text.Text("m".repeat(100));
        measured.setFont(new Font("JetBrains Mono", 11));
        letter = measured.getLayoutBounds().getWidth() / 100;
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
        widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    }

    public BooleanProperty following() {
        return following;
    }

    public void show(List<String> newest) {
        if (!newest.equals(lines)) {
            lines = List.copyOf(newest);
            wrap();
        }
    }

    /** The height closest below that shows whole rows only. */
    public static double wholeRows(double height) {
        return Math.max(ROW, Math.floor((height - PADDING) / ROW) * ROW) + PADDING;
    }

    private void fit(double width) {
        int now = (int) Math.max(20, (width - BESIDE) / letter);
        if (now != letters) {
            letters = now;
            wrap();
        }
    }

    private void wrap() {
        List<String> rows = new ArrayList<>();
        for (String line : lines) {
            String rest = line;
            while (rest.length() > letters) {
                int space = rest.lastIndexOf(' ', letters);
                int end = space > letters / 2 ? space : letters;
                rows.add(rest.substring(0, end));
                rest = GOES_ON + rest.substring(end).strip();
            }
            rows.add(rest);
        }
        getItems().setAll(rows);
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
