/** The logs of the sandbox's world where they are kept: what pods and jobs write, and each failed request with its trace. */
@NullMarked
package com.maily.console.sandbox.logs;

import org.jspecify.annotations.NullMarked;
