/** Datadog over its HTTP API: metrics, service levels, monitors, downtimes, events and deployments. */
@NullMarked
package com.maily.console.platforms.datadog;

import org.jspecify.annotations.NullMarked;
