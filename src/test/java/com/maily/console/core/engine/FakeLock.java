package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockSightings;
import com.maily.console.core.port.LockState;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A lock in memory that several consoles of a test share, each through a view of its own. */
final class FakeLock {

    static final Duration LEASE = Duration.ofSeconds(60);

    private final Time time;
    Optional<LockHolder> holder = Optional.empty();
    Optional<LockHolder> before = Optional.empty();
    Optional<Failure> outage = Optional.empty();
    long version;
    int renewals;

    FakeLock(Time time) {
        this.time = time;
    }

    EnvironmentLock as(String identity) {
        LockSightings sightings = new LockSightings();
        return new EnvironmentLock() {
            @Override
            public String identity() {
                return identity;
            }

            @Override
            public LockState observe() {
                answers();
                Instant now = time.instant();
                return new LockState(holder, before, 0, Long.toString(version),
                        holder.map(one -> sightings.until(one, identity, now)).orElse(now), now);
            }

            @Override
            public LockState hold(LockState seen, LockClaim claim) {
                answers();
                if (seen.version().equals(Long.toString(version))) {
                    Instant now = time.instant();
                    renewals += seen.heldBy(identity) ? 1 : 0;
                    holder = Optional.of(new LockHolder(identity, claim,
                            seen.holder().filter(_ -> seen.heldBy(identity)).map(LockHolder::since).orElse(now), now, LEASE));
                    version++;
                }
                return observe();
            }

            @Override
            public LockState release(LockState held) {
                answers();
                if (holder.filter(one -> one.identity().equals(identity)).isPresent()) {
                    before = holder;
                    holder = Optional.empty();
                    version++;
                }
                return observe();
            }
        };
    }

    private void answers() {
        outage.ifPresent(failure -> {
            throw new FailureException(failure);
        });
    }
}
