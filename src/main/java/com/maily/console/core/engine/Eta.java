package com.maily.console.core.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * When a run will end.
 *
 * @param end      at the median of past durations
 * @param late     at their 90th percentile
 * @param overPlan how much later than the plan said, negative when earlier
 */
public record Eta(Instant end, Instant late, Duration overPlan) { }
