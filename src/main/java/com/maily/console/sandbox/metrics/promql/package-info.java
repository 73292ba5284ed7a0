/** The part of Prometheus' query language that the console asks with: read, checked and evaluated as Prometheus 2.42 does. */
@NullMarked
package com.maily.console.sandbox.metrics.promql;

import org.jspecify.annotations.NullMarked;
