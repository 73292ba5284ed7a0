/** The durable journal: one SQLite file, one writer, append-only, hash-chained. */
@NullMarked
package com.maily.console.platforms.sqlite;

import org.jspecify.annotations.NullMarked;
