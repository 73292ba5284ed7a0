package com.maily.console.desktop.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ScrollEvent;

/** The entries of a log, virtualised. It follows the end until somebody scrolls back, and again when asked to. */
public final class LogList extends ListView<LogEntry> {

    private static final double ROW = 18;

    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final BooleanProperty wraps = new SimpleBooleanProperty(this, "wraps", false);
    private String sought = "";
    private String source = "";
    private double heightAtEnd;
    private int sizeAtEnd;

    LogList() {
        getStyleClass().addAll("log-tail", "log-list");
        setFixedCellSize(ROW);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(_ -> new LogRow(() -> sought, wraps::get));
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
        wraps.addListener((_, _, wrapped) -> {
            setFixedCellSize(wrapped ? -1 : ROW);
            refresh();
            if (following.get()) {
                toEnd();
            }
        });
    }

    public BooleanProperty following() {
        return following;
    }

    BooleanProperty wraps() {
        return wraps;
    }

    /** Adds what is new at the end where it can, so that reading further up is not disturbed. */
    public void show(LogPage page) {
        if (!page.source().equals(source)) {
            source = page.source();
            getItems().clear();
            following.set(true);
        }
        List<LogEntry> now = page.entries();
        int have = getItems().size();
        if (have <= now.size() && now.subList(0, have).equals(getItems())) {
            getItems().addAll(now.subList(have, now.size()));
        } else if (!now.equals(getItems())) {
            getItems().setAll(now);
        }
        if (following.get()) {
            toEnd();
        }
    }

    /** @return how many entries have it */
    public int search(String words) {
        sought = words.strip();
        refresh();
        return matches().size();
    }

    /**
     * Selects the next entry that has what is searched for; after the last comes the first.
     *
     * @return which of them it is, from 1; 0 for none
     */
    public int next(boolean forward) {
        List<Integer> matches = matches();
        if (matches.isEmpty()) {
            return 0;
        }
        int at = getSelectionModel().getSelectedIndex();
        int found = forward ? matches.stream().filter(index -> index > at).findFirst().orElse(matches.getFirst())
                : matches.reversed().stream().filter(index -> at < 0 || index < at).findFirst().orElse(matches.getLast());
        following.set(false);
        getSelectionModel().clearAndSelect(found);
        scrollTo(Math.max(0, found - 3));
        return matches.indexOf(found) + 1;
    }

    private List<Integer> matches() {
        String wanted = sought.toLowerCase(Locale.ROOT);
        return wanted.isEmpty() ? List.of() : IntStream.range(0, getItems().size())
                .filter(index -> getItems().get(index).text().toLowerCase(Locale.ROOT).contains(wanted)).boxed().toList();
    }

    /** Copies what is selected, or everything. @return how many lines */
    int copy() {
        List<LogEntry> chosen = getSelectionModel().getSelectedItems().isEmpty() ? getItems()
                : new ArrayList<>(getSelectionModel().getSelectedItems());
        ClipboardContent content = new ClipboardContent();
        content.putString(chosen.stream().map(entry -> entry.at().map(at -> at + " ").orElse("") + entry.text())
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
        return chosen.size();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        // Only now is it known how many rows fit, so only now the end can be found.
        if (following.get() && (getHeight() != heightAtEnd || getItems().size() != sizeAtEnd)) {
            heightAtEnd = getHeight();
            sizeAtEnd = getItems().size();
            toEnd();
        }
    }

    private void toEnd() {
        if (!getItems().isEmpty()) {
            scrollTo(getItems().size() - 1);
        }
    }
}
