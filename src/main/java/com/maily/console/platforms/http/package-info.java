/**
 * One small JSON client for every platform without a library of its own: limits, credentials and errors are settled here once.
 */
@NullMarked
package com.maily.console.platforms.http;

import org.jspecify.annotations.NullMarked;
