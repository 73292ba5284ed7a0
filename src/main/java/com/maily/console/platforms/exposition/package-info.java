/** The console's own metrics, for a Prometheus that watches the console itself. */
@NullMarked
package com.maily.console.platforms.exposition;

import org.jspecify.annotations.NullMarked;
