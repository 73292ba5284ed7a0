/** Health endpoints over HTTP and TLS: whether each answers as it should, how fast, and how long its certificate lasts. */
@NullMarked
package com.maily.console.platforms.health;

import org.jspecify.annotations.NullMarked;
