package com.maily.console.sandbox.world;

import com.maily.console.core.port.Track;

/**
 * One version behind a router.
 *
 * @param version what its units run
 * @param ready   units that take requests; a share without any is answered with 503
 * @param share   its part of the requests, relative to the other backends' shares
 */
public record Backend(Track track, String version, int ready, double share) { }
