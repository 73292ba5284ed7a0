/** The journal screen: every entry, found again by words, state, person and source, with the proof that none was changed. */
@NullMarked
package com.maily.console.desktop.journal;

import org.jspecify.annotations.NullMarked;
