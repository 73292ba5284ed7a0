/** mailyctl: the same commands as the desktop, printed. */
@NullMarked
package com.maily.console.cli;

import org.jspecify.annotations.NullMarked;
