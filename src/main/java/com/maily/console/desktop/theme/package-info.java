/** How everything looks: the colour tokens, the fonts and the switch between dark and light. */
@NullMarked
package com.maily.console.desktop.theme;

import org.jspecify.annotations.NullMarked;
