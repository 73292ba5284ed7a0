package com.maily.console.sandbox.alertmanager;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A condition on labels. */
record SilenceMatcher(String name, String value, boolean isRegex, boolean isEqual) {

    private static final Pattern TEXT = Pattern.compile("([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*\"?((?:[^\"\\\\]|\\\\.)*)\"?");

    /** As a filter is written; empty when it cannot be read. */
    static Optional<SilenceMatcher> read(String text) {
        Matcher found = TEXT.matcher(text.strip());
        return found.matches() ? Optional.of(new SilenceMatcher(found.group(1), found.group(3).replaceAll("\\\\(.)", "$1"),
                found.group(2).endsWith("~"), found.group(2).startsWith("="))) : Optional.empty();
    }

    boolean accepts(Map<String, String> labels) {
        return accepts(labels.getOrDefault(name, ""));
    }

    private boolean accepts(String label) {
        return (isRegex ? Pattern.matches("(?s)(?:" + value + ")", label) : label.equals(value)) == isEqual;
    }

    boolean acceptsNothing() {
        return accepts("");
    }
}
