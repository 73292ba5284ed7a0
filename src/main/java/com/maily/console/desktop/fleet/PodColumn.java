package com.maily.console.desktop.fleet;

import com.maily.console.core.port.Compute;
import com.maily.console.core.port.Track;
import java.util.Comparator;

/** The columns of the pod table, and how each sorts. */
enum PodColumn {
    NAME("Pod", Comparator.comparing(row -> row.pod().name())),
    NAMESPACE("Namespace", Comparator.comparing(row -> row.pod().namespace())),
    VERSION("Version", Comparator.comparing(row -> row.pod().version())),
    /** What needs a person first, then what is new. */
    STATE("State", Comparator.<PodRow>comparingInt(row -> switch (row.state()) {
        case FAILED -> 0;
        case STALE -> 1;
        case MARGINAL -> 2;
        case RUNNING -> 3;
        default -> row.pod().track() == Track.CANARY ? 4 : 5;
    }).thenComparing(row -> row.pod().component())),
    RESTARTS("Restarts", Comparator.comparingInt(row -> -row.pod().restarts())),
    CPU("CPU", Comparator.comparingLong(row -> -row.used().map(Compute::millicores).orElse(-1L))),
    MEMORY("Memory", Comparator.comparingLong(row -> -row.used().map(Compute::bytes).orElse(-1L))),
    NODE("Node", Comparator.comparing(row -> row.pod().node())),
    AGE("Age", Comparator.<PodRow, java.time.Instant>comparing(row -> row.pod().createdAt()).reversed());

    private final String title;
    private final Comparator<PodRow> comparator;

    PodColumn(String title, Comparator<PodRow> comparator) {
        this.title = title;
        this.comparator = comparator;
    }

    String title() {
        return title;
    }

    Comparator<PodRow> comparator() {
        return comparator;
    }
}
