/** The workspace file: YAML in, a {@code Workspace} out, or every mistake in it with its line. Never writes. */
@NullMarked
package com.maily.console.platforms.workspace;

import org.jspecify.annotations.NullMarked;
