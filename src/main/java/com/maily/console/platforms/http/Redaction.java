package com.maily.console.platforms.http;

/** What all platforms do with a text of theirs before anybody sees it. */
public final class Redaction {

    private Redaction() { }

    public static String of(String text) {
        return com.maily.console.core.model.Redaction.of(text);
    }
}
