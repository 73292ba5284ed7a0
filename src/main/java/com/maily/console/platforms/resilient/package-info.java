/** Retries, breakers and freshness as wrappers around ports, so that adapters and engine hold none. */
@NullMarked
package com.maily.console.platforms.resilient;

import org.jspecify.annotations.NullMarked;
