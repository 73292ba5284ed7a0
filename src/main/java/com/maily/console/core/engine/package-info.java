/** What we do: plans, preflight, the conductor that carries a plan out, and the commands people give it. */
@NullMarked
package com.maily.console.core.engine;

import org.jspecify.annotations.NullMarked;
