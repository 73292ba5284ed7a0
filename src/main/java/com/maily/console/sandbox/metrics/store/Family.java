package com.maily.console.sandbox.metrics.store;

/** What a metric is called and what it means, as scrapers are told. */
public record Family(String name, Kind kind, String help) {

    public enum Kind { COUNTER, GAUGE, HISTOGRAM }

    boolean owns(String series) {
        return switch (kind) {
            case COUNTER, GAUGE -> series.equals(name);
            case HISTOGRAM -> series.equals(name + "_bucket") || series.equals(name + "_sum") || series.equals(name + "_count");
        };
    }
}
