package com.maily.console.sandbox.metrics;

/** Whether the metric source is to play dead; asked before each answer. */
@FunctionalInterface
public interface Outage {
    boolean down();
}
