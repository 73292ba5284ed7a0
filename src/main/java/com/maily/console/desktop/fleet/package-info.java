/**
 * What runs where: components against environments and clusters, their pods, what those write, and the command that says the
 * same.
 */
@NullMarked
package com.maily.console.desktop.fleet;

import org.jspecify.annotations.NullMarked;
