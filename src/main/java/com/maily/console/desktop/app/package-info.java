/** The window: which screens there are, and how they are opened for an environment. The one place of the desktop that knows every screen. */
@NullMarked
package com.maily.console.desktop.app;

import org.jspecify.annotations.NullMarked;
