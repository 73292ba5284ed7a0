package com.maily.console.core.engine;

import java.time.Instant;

/** Moves the environments' time by hand, letting everything due on the way happen. */
@FunctionalInterface
public interface TimeMover {
    void advanceTo(Instant instant);
}
