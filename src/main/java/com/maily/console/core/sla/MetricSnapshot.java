package com.maily.console.core.sla;

import java.util.Map;
import java.util.Optional;

/** Everything a {@link MetricFeed} knows at one moment; immutable, so that screens can keep it. */
public record MetricSnapshot(Map<MetricLine, MetricCurve> curves) {

    public static final MetricSnapshot EMPTY = new MetricSnapshot(Map.of());

    public MetricSnapshot {
        curves = Map.copyOf(curves);
    }

    /** Empty until the line has been asked for once. */
    public Optional<MetricCurve> curve(MetricLine line) {
        return Optional.ofNullable(curves.get(line));
    }
}
