/** The one bridge from other threads to the JavaFX thread, and the one clock that makes shown ages grow. */
@NullMarked
package com.maily.console.desktop.fx;

import org.jspecify.annotations.NullMarked;
