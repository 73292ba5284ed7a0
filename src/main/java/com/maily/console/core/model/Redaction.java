package com.maily.console.core.model;

import java.util.regex.Pattern;

/** Takes out of a text whatever looks like a secret, because texts of others may quote one and ours are kept for ever. */
public final class Redaction {

    private static final String GONE = "[redacted]";
    private static final Pattern AUTHORIZATION = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?i)\\b([a-z_-]*(?:token|secret|password|passwd|api[_-]?key|authorization))"
            + "(\"?\\s*[=:]\\s*\"?)(?!\\[)[^\\s\"',;&]{4,}");
    private static final Pattern KNOWN_SHAPES = Pattern.compile(
            "\\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\\w{16,}|xox[a-z]-[A-Za-z0-9-]{8,}|sk[-_][A-Za-z0-9_-]{16,}"
            + "|hvs\\.[\\w-]{16,}|AKIA[A-Z0-9]{12,}|eyJ[\\w-]{8,}\\.[\\w-]+(?:\\.[\\w-]+)?)");
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/\\s:@]+:[^/\\s@]+@");
    private static final Pattern WEBHOOK = Pattern.compile("(?<=/services/)[A-Z0-9]+/[A-Z0-9]+/\\w+");

    private Redaction() { }

    public static String of(String text) {
        String result = AUTHORIZATION.matcher(text).replaceAll("$1 " + GONE);
        result = USER_INFO.matcher(result).replaceAll(GONE + "@");
        result = WEBHOOK.matcher(result).replaceAll(GONE);
        result = KNOWN_SHAPES.matcher(result).replaceAll(GONE);
        return ASSIGNMENT.matcher(result).replaceAll("$1$2" + GONE);
    }
}
