package com.maily.console.core.port;

import java.util.List;
import java.util.Map;

/** Samples under one set of labels, in time order. Missing steps are absent, not interpolated. */
public record Series(Map<String, String> labels, List<Sample> samples) {
    public Series {
        labels = Map.copyOf(labels);
        samples = List.copyOf(samples);
    }
}
