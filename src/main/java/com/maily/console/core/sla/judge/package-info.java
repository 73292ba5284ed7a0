/** The statistics behind a verdict: tests of counts and of latencies, each with the paper or book it comes from. Pure functions. */
@NullMarked
package com.maily.console.core.sla.judge;

import org.jspecify.annotations.NullMarked;
