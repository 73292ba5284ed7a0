package com.maily.console.desktop.widget;

import java.util.List;

/**
 * What the log panel shows.
 *
 * @param source  tells it from the log of anything else
 * @param dropped how many of the oldest entries are no longer kept
 * @param state   what becomes of it, in a word: {@code following}, {@code waiting}, {@code broken}, {@code ended}
 * @param trouble why, when it does not follow; otherwise empty
 * @param probe   the newest thing said of its probes, empty when nothing was
 */
public record LogPage(String source, List<LogEntry> entries, long dropped, String state, String trouble, String probe) {

    public static final LogPage NONE = new LogPage("", List.of(), 0, "", "", "");

    public LogPage {
        entries = List.copyOf(entries);
    }

    public boolean broken() {
        return state.equals("broken");
    }
}
