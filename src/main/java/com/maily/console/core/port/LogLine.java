package com.maily.console.core.port;

import java.time.Instant;
import java.util.Optional;

/** One line of output. @param at when the platform received it; empty where it does not say */
public record LogLine(Optional<Instant> at, String text) { }
