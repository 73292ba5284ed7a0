/**
 * What we may ask of the outside world. Adapters under {@code platforms} and the sandbox implement these; the engine and the
 * screens know nothing else of them. Every method may block on I/O, is called from virtual threads only, may be called from
 * several at once, and throws {@link com.maily.console.core.model.FailureException} when it cannot answer.
 */
@NullMarked
package com.maily.console.core.port;

import org.jspecify.annotations.NullMarked;
