/** Simulated canaries: how often judges cry wolf, and how soon they notice. Run with -Pbench. */
package com.maily.console.bench.judge;
