package com.maily.console.core.port;

import java.time.Duration;
import java.time.Instant;

/**
 * Who holds an environment's lock.
 *
 * @param identity the one console that may renew it
 * @param since    by the holder's clock
 * @param renewed  by the holder's clock
 * @param lease    how long it is theirs without being renewed
 */
public record LockHolder(String identity, LockClaim claim, Instant since, Instant renewed, Duration lease) {

    /** The person, or what the lock says instead when no console of ours took it. */
    public String owner() {
        return claim.owner().isEmpty() ? identity : claim.owner();
    }
}
