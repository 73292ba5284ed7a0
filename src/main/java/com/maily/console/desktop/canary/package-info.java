/** The canary screen: how much traffic the new version gets, how it does against the old one, and moving it by hand. */
@NullMarked
package com.maily.console.desktop.canary;

import org.jspecify.annotations.NullMarked;
