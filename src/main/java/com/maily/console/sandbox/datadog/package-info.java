/** The sandbox's Datadog: its HTTP API on loopback over the sandbox's metrics, and the same metrics in memory. */
@NullMarked
package com.maily.console.sandbox.datadog;

import org.jspecify.annotations.NullMarked;
