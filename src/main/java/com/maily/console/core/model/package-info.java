/** What there is: components, environments, releases, plans, weights and failures. Pure values; nothing here does anything. */
@NullMarked
package com.maily.console.core.model;

import org.jspecify.annotations.NullMarked;
