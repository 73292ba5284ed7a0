package com.maily.console.core.sla.budget;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The times a burn rate is looked at over, and the period the budget is for. */
public enum BurnWindow {

    M5(Duration.ofMinutes(5), "5m"), M30(Duration.ofMinutes(30), "30m"), H1(Duration.ofHours(1), "1h"),
    H2(Duration.ofHours(2), "2h"), H6(Duration.ofHours(6), "6h"), D1(Duration.ofDays(1), "1d"), D3(Duration.ofDays(3), "3d"),
    PERIOD(Duration.ofDays(30), "30d");

    private static final int LOOKS = 60;
    private static final Duration OFTEN = Duration.ofMinutes(1);
    private static final Duration SELDOM = Duration.ofMinutes(15);

    private final Duration length;
    private final String text;

    BurnWindow(Duration length, String text) {
        this.length = length;
        this.text = text;
    }

    /** Those that alerts look at: all but the period itself. */
    public static List<BurnWindow> looked() {
        return Arrays.stream(values()).filter(window -> window != PERIOD).toList();
    }

    public Duration length() {
        return length;
    }

    /** As Prometheus writes it. */
    public String text() {
        return text;
    }

    /** How often it is worth asking: what lies in three days hardly changes in a minute. */
    public Duration interval() {
        Duration wanted = length.dividedBy(LOOKS);
        return wanted.compareTo(OFTEN) < 0 ? OFTEN : wanted.compareTo(SELDOM) > 0 ? SELDOM : wanted;
    }
}
