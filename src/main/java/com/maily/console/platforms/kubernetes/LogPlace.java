package com.maily.console.platforms.kubernetes;

import com.maily.console.core.port.LogLine;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a log has been read, so that reading can go on after a broken connection without telling a line twice: {@code
 * sinceTime} counts whole seconds, and several lines may carry the same time.
 */
final class LogPlace {

    private @Nullable Instant last;
    private int atLast;
    private int again;

    /** Where to go on; empty before the first line. */
    Optional<Instant> since() {
        return Optional.ofNullable(last);
    }

    /** The next line comes from a new connection, which starts at {@link #since}. */
    void reconnected() {
        again = atLast;
    }

    /** A line as it was sent, with its time in front; empty when it was told before. */
    Optional<LogLine> take(String sent) {
        LogLine line = parse(sent);
        Instant at = line.at().orElse(null);
        if (at == null || last == null || at.isAfter(last)) {
            last = at == null ? last : at;
            atLast = 1;
            again = 0;
            return Optional.of(line);
        }
        if (at.isBefore(last) && again > 0) {
            return Optional.empty();
        }
        if (at.equals(last) && again > 0) {
            again--;
            return Optional.empty();
        }
        atLast += at.equals(last) ? 1 : 0;
        return Optional.of(line);
    }

    private static LogLine parse(String sent) {
        int space = sent.indexOf(' ');
        String first = space < 0 ? sent : sent.substring(0, space);
        try {
            return new LogLine(Optional.of(Instant.parse(first)), space < 0 ? "" : sent.substring(space + 1));
        } catch (DateTimeParseException e) {
            return new LogLine(Optional.empty(), sent);
        }
    }
}
