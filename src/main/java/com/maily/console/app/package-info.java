/** The composition root: the only room that knows platforms, sandbox and both doors. Nothing imports it. */
@NullMarked
package com.maily.console.app;

import org.jspecify.annotations.NullMarked;
