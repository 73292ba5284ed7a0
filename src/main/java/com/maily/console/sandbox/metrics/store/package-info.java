/** Time series in memory: what is measured now, and what was measured every few seconds for some hours. */
@NullMarked
package com.maily.console.sandbox.metrics.store;

import org.jspecify.annotations.NullMarked;
