package com.maily.console.desktop.fleet;

import java.util.List;

/**
 * What the log panel shows.
 *
 * @param dropped how many of the oldest entries are no longer kept
 * @param state   what becomes of it, in a word: {@code following}, {@code waiting}, {@code broken}, {@code ended}
 * @param trouble why, when it does not follow; otherwise empty
 * @param probe   the newest thing said of its probes, empty when nothing was
 */
record LogPage(String pod, List<LogEntry> entries, long dropped, String state, String trouble, String probe) {

    static final LogPage NONE = new LogPage("", List.of(), 0, "", "", "");

    LogPage {
        entries = List.copyOf(entries);
    }
}
