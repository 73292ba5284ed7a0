/** The rollback screen: what failed, what going back means, the one held button, and the proof afterwards. */
@NullMarked
package com.maily.console.desktop.rollback;

import org.jspecify.annotations.NullMarked;
