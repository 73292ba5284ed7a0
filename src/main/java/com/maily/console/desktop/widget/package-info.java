/** Controls that several screens share; none knows what it is used for. */
@NullMarked
package com.maily.console.desktop.widget;

import org.jspecify.annotations.NullMarked;
