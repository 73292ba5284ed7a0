package com.maily.console.platforms.http;

import com.maily.console.core.model.FailureException;
import java.net.URI;

/**
 * A server that is found out when it is first needed, and the tokens it lets us in with: what one platform can tell of another.
 */
public interface Remote extends Tokens {

    /** @throws FailureException when it cannot be found out now */
    URI server();

    /** Base64 of the PEM of the authority that signed its certificate; empty for the usual ones. */
    String authority();
}
