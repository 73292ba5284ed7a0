package com.maily.console.platforms.http;

import com.maily.console.core.model.FailureException;

/**
 * Bearer tokens that run out and are made anew, whoever makes them: a plugin, a cloud's own rules, a file that is read again.
 * Safe for use by several threads.
 */
public interface Tokens {

    /**
     * The token for the next request; may take as long as making one takes.
     *
     * @throws FailureException when none can be had, with what to do about it
     */
    String current();

    /** Says that the platform did not accept {@code token}, so that the next one is another if there is another. */
    void refused(String token);
}
