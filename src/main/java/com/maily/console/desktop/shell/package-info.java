/** The window around the screens: frame, top bar, lamps, navigation, palette, ticker. */
@NullMarked
package com.maily.console.desktop.shell;

import org.jspecify.annotations.NullMarked;
