/** Prometheus over its HTTP query API, and what speaks the same: Thanos, Mimir, VictoriaMetrics. */
@NullMarked
package com.maily.console.platforms.prometheus;

import org.jspecify.annotations.NullMarked;
