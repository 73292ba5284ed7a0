package com.maily.console.desktop.widget;

import com.maily.console.core.port.LogLine;
import com.maily.console.core.port.PodEvent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of the log panel: a line of output, an event of the platform, or what the console has to say of the log itself.
 *
 * @param word the level or the kind in a word, empty when the line does not say
 */
public record LogEntry(Optional<Instant> at, Kind kind, String word, String text) {

    public enum Kind { INFO, WARN, ERROR, EVENT, WARNING_EVENT, NOTE, PLAIN }

    /** As most writers of logs put it: {@code level=info}, {@code "level":"info"}, {@code INFO}, {@code [WARN]}. */
    private static final Pattern LEVEL =
            Pattern.compile("(?i)(?:\\blevel\"?\\s*[=:]\\s*\"?|^[^a-z]*|\\[)(trace|debug|info|warn|warning|error|fatal|panic)\\b");
    private static final int LOOKED_AT = 120;

    public static LogEntry of(LogLine line) {
        Matcher level = LEVEL.matcher(line.text().substring(0, Math.min(LOOKED_AT, line.text().length())));
        String word = level.find() ? level.group(1).toUpperCase(Locale.ROOT) : "";
        Kind kind = switch (word) {
            case "INFO", "DEBUG", "TRACE" -> Kind.INFO;
            case "WARN", "WARNING" -> Kind.WARN;
            case "ERROR", "FATAL", "PANIC" -> Kind.ERROR;
            default -> Kind.PLAIN;
        };
        return new LogEntry(line.at(), kind, word.equals("WARNING") ? "WARN" : word, line.text());
    }

    public static LogEntry of(PodEvent event) {
        return new LogEntry(Optional.of(event.at()), event.warning() ? Kind.WARNING_EVENT : Kind.EVENT, "event",
                event.reason() + ": " + event.message() + (event.count() > 1 ? " (" + event.count() + " times)" : ""));
    }

    public static LogEntry note(String text) {
        return new LogEntry(Optional.empty(), Kind.NOTE, "", text);
    }
}
