package com.maily.console.sandbox.logs;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line. @param trace empty for lines of no request */
record LogEvent(String id, Instant at, String level, String service, String pod, String message, String trace) {

    private static final Pattern LEVEL = Pattern.compile("\\blevel=(\\w+)");

    static LogEvent written(Instant at, String service, String pod, String text, boolean lastOfDead) {
        Matcher level = LEVEL.matcher(text);
        return new LogEvent(pod + "/" + at.toEpochMilli(), at, lastOfDead ? "error" : level.find() ? level.group(1) : "info",
                service,
                pod, text, "");
    }
}
