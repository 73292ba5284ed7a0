package com.maily.console.desktop.sla;

import java.time.Duration;

/** How far back the charts look. */
enum SlaRange {
    HALF_HOUR("30m", Duration.ofMinutes(30)), HOUR("1h", Duration.ofHours(1)), TWO_HOURS("2h", Duration.ofHours(2)),
    SIX_HOURS("6h", Duration.ofHours(6)), DAY("1d", Duration.ofDays(1)), THREE_DAYS("3d", Duration.ofDays(3)),
    WEEK("7d", Duration.ofDays(7)), MONTH("30d", Duration.ofDays(30));

    private final String label;
    private final Duration length;

    SlaRange(String label, Duration length) {
        this.label = label;
        this.length = length;
    }

    String label() {
        return label;
    }

    Duration length() {
        return length;
    }

    /** What is fetched: the short ranges share one answer, so that changing among them and panning back need no question. */
    Duration reach() {
        return length.compareTo(SIX_HOURS.length) < 0 ? SIX_HOURS.length : length;
    }
}
