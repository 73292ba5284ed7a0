/** The analysis screen: what the judge says of a canary in any window, with its working. */
@NullMarked
package com.maily.console.desktop.analysis;

import org.jspecify.annotations.NullMarked;
