/** How well the sandbox's components are, as their health endpoints tell it: by wire on loopback, and in memory. */
@NullMarked
package com.maily.console.sandbox.health;

import org.jspecify.annotations.NullMarked;
