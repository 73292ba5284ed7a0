package com.maily.console.core.port;

import java.util.List;

/** What comes of following a log, in order. */
public sealed interface LogNews {

    /** Further lines, oldest first; none is told twice. */
    record Lines(List<LogLine> lines) implements LogNews {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** There is no output yet; it goes on by itself. */
    record Waiting(String why) implements LogNews { }

    /** The connection is broken; it goes on by itself where it stopped. */
    record Interrupted(String why) implements LogNews { }

    /** Nothing more will come. */
    record Ended(String why) implements LogNews { }
}
