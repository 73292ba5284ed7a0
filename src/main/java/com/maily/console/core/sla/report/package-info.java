/** What an analysis looks like to people: its charts as data, and the whole of it as a text that can be sent to somebody. */
@NullMarked
package com.maily.console.core.sla.report;

import org.jspecify.annotations.NullMarked;
