package com.maily.console.core.port;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import java.util.Set;

/**
 * Keeps two consoles from writing to one environment at once, by a lease that must be renewed. Every write is held against the
 * version of the state it was decided from; it answers with who holds the lock afterwards, which is somebody else for whoever
 * lost a race. When a lease is over is measured on our own clock, from when it was last seen to be renewed: nobody's clock is
 * trusted.
 */
public interface EnvironmentLock {

    /** How often a lock is broken anew that its holder renewed at the same moment. */
    int MOST_BLOWS = 10;

    /** What this console takes it under; no two consoles that run share one. */
    String identity();

    LockState observe();

    /**
     * Makes us the holder from {@code seen} on, with a full lease from now.
     *
     * @param seen what the decision was made from; when somebody wrote since, nothing happens
     */
    LockState hold(LockState seen, LockClaim claim);

    /** Nobody holds it afterwards; who held it last stays readable. When it is not ours any more, nothing happens. */
    LockState release(LockState held);

    /** Takes it when nobody holds it. @param ours what consoles were called of which is known that they ended */
    default LockState take(LockState seen, LockClaim claim, Set<String> ours) {
        boolean open = seen.holder().map(holder -> isOurs(holder.identity(), ours)).orElse(true);
        return open ? hold(seen, claim) : seen;
    }

    /**
     * Whether that is us, or a console of our journal that ended: one it is known of, or one that was called after the same
     * journal ({@code …/JOURNAL/…}) and died before it could write down that it had the lock. A journal has one writer.
     */
    default boolean isOurs(String holder, Set<String> ours) {
        int journal = identity().lastIndexOf('/');
        return holder.equals(identity()) || ours.contains(holder)
                || identity().indexOf('/') < journal && holder.startsWith(identity().substring(0, journal + 1));
    }

    /** A heartbeat. Somebody who only touched the object in between does not take it from us. */
    default LockState renew(LockState held, LockClaim claim) {
        LockState after = hold(held, claim);
        boolean onlyTouched = after.heldBy(identity()) && !after.renewedSince(held);
        return onlyTouched ? hold(after, claim) : after;
    }

    /** Takes it from a holder that stopped renewing it. @throws FailureException {@code Conflict} while the lease runs */
    default LockState takeOver(LockState seen, LockClaim claim) {
        if (seen.holder().isPresent() && !seen.expired()) {
            throw new FailureException(new Failure.Conflict("The lock cannot be taken over", seen.sentence(),
                    "Wait until its holder has not renewed it for the whole lease, or break it with a reason."));
        }
        return hold(seen, claim);
    }

    /** Takes it from its holder by force, however often they renew it meanwhile. */
    default LockState breakIt(LockState seen, LockClaim claim) {
        String holder = seen.holder().map(LockHolder::identity).orElse("");
        LockState after = hold(seen, claim);
        for (int blows = 1; blows < MOST_BLOWS && after.heldBy(holder); blows++) {
            after = hold(after, claim);
        }
        return after;
    }
}
