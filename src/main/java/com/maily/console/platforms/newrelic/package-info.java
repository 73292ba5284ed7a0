/** New Relic's metrics, events and logs by NRQL, over NerdGraph. */
@NullMarked
package com.maily.console.platforms.newrelic;

import org.jspecify.annotations.NullMarked;
