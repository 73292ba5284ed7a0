package com.maily.console.core.port;

import java.time.Instant;

/** One value of a series; {@code NaN} means the source had no value there, never zero. */
public record Sample(Instant at, double value) { }
