package com.maily.console.sandbox.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' MicroTime: six fraction digits, no more and no fewer; refused in the words of the server's own parser. */
final class MicroTime {

    private static final String LAYOUT = "2006-01-02T15:04:05.000000Z07:00";
    private static final Pattern SECONDS = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(.*)");
    private static final Pattern FRACTION = Pattern.compile("\\.\\d{6}(.*)");
    private static final Pattern ZONE = Pattern.compile("Z|[+-]\\d\\d:\\d\\d");

    private MicroTime() { }

    /** Why this is none; empty when it is one. */
    static Optional<String> refusal(String time) {
        Matcher seconds = SECONDS.matcher(time);
        if (!seconds.matches()) {
            return Optional.of(refusal(time, time, "2006"));
        }
        Matcher fraction = FRACTION.matcher(seconds.group(1));
        if (!fraction.matches()) {
            return Optional.of(refusal(time, seconds.group(1), ".000000"));
        }
        String zone = fraction.group(1);
        return ZONE.matcher(zone).matches() ? Optional.empty() : Optional.of(refusal(time, zone, "Z07:00"));
    }

    private static String refusal(String time, String rest, String as) {
        return "parsing time \"" + time + "\" as \"" + LAYOUT + "\": cannot parse \"" + rest + "\" as \"" + as + "\"";
    }
}
