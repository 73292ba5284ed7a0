/**
 * Maily in a box: one deterministic, seeded, clock-driven world with faults, reachable as ports in memory and by real wire
 * protocols on loopback. Demo, drills, rehearsal and tests all stand on it.
 */
@NullMarked
package com.maily.console.sandbox;

import org.jspecify.annotations.NullMarked;
