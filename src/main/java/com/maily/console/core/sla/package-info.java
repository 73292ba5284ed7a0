/** What is enough: objectives, readings, burn rates and the judge that turns them into verdicts with a reason. */
@NullMarked
package com.maily.console.core.sla;

import org.jspecify.annotations.NullMarked;
