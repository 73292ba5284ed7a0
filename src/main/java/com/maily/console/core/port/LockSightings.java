package com.maily.console.core.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Remembers when a lease was last seen to be renewed, on our own clock: the holder's may be wrong by any amount. Safe for use by
 * several threads.
 */
public final class LockSightings {

    private @Nullable String identity;
    private @Nullable Instant renewed;
    private Instant seen = Instant.EPOCH;

    /**
     * When the lease is over unless it is renewed.
     *
     * @param own what we are called: what we renewed ourselves was stamped by our own clock
     * @param at  when it was read
     */
    public synchronized Instant until(LockHolder holder, String own, Instant at) {
        if (holder.identity().equals(own)) {
            return holder.renewed().plus(holder.lease());
        }
        if (!holder.identity().equals(identity) || !holder.renewed().equals(renewed)) {
            identity = holder.identity();
            renewed = holder.renewed();
            seen = at;
        }
        return seen.plus(holder.lease());
    }
}
