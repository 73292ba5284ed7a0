/** A panel that searches the logs around a moment, for whichever screen has a moment worth looking into. */
@NullMarked
package com.maily.console.desktop.logs;

import org.jspecify.annotations.NullMarked;
