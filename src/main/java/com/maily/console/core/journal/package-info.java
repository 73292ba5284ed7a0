/**
 * What happened: an append-only, hash-chained list of events, and the pure folds that read it. Timeline, history, audit, replay,
 * incident report, ETA and crash recovery are all readings of this list. Event types are only ever added, never renamed.
 */
@NullMarked
package com.maily.console.core.journal;

import org.jspecify.annotations.NullMarked;
