/** The SLA screen: the objectives over time, against their limits, with the phases of the rollout marked. */
@NullMarked
package com.maily.console.desktop.sla;

import org.jspecify.annotations.NullMarked;
