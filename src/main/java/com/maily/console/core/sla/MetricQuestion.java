package com.maily.console.core.sla;

import java.time.Duration;

/**
 * What a source is asked: a query with nothing left to fill in, and the distance of the samples. Lines that come to the same share
 * it.
 */
record MetricQuestion(String query, Duration step) { }
