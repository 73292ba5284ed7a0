/** A part of Datadog's metric query language, answered by turning it into the sandbox's PromQL. */
@NullMarked
package com.maily.console.sandbox.datadog.ql;

import org.jspecify.annotations.NullMarked;
