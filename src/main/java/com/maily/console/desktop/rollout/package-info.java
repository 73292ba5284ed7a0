/** The screen that shows a run live, and what can be done about it. */
@NullMarked
package com.maily.console.desktop.rollout;

import org.jspecify.annotations.NullMarked;
