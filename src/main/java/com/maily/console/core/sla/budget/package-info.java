/** Error budgets: how much may go wrong, how fast it does, and what moving a canary would add to it. */
@NullMarked
package com.maily.console.core.sla.budget;

import org.jspecify.annotations.NullMarked;
