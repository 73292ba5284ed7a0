package com.maily.console.core.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * What a conductor's turn came to.
 *
 * @param over nothing will happen any more, and nothing is under way
 * @param wake when to come back at the latest; empty when only a command or an answer from a platform changes anything
 */
record Turn(boolean over, Optional<Instant> wake) { }
