/** The screen of the health endpoints: how each is, how fast, since when, and how long its certificate lasts. */
@NullMarked
package com.maily.console.desktop.health;

import org.jspecify.annotations.NullMarked;
