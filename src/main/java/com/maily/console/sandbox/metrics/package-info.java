/** Maily's metrics as others see them: the port in memory, Prometheus' HTTP API, and a page that a real Prometheus can scrape. */
@NullMarked
package com.maily.console.sandbox.metrics;

import org.jspecify.annotations.NullMarked;
