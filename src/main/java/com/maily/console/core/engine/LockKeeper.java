package com.maily.console.core.engine;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockState;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One environment's lock as this console has it. Its runs share it, so that a rollback goes on where the run it replaces ends
 * and nobody gets in between. What asks the platform blocks; what does not say so never does. Safe for use by several threads.
 */
final class LockKeeper {

    /** How often a lock that is ours is renewed; a quarter of the usual lease. */
    static final Duration BEAT = Duration.ofSeconds(15);

    /** How this console stands with the lock, as it was last told. */
    sealed interface Standing {
        record Unasked() implements Standing { }
        record Ours(LockState state) implements Standing { }
        record Theirs(LockState state) implements Standing { }
        record Unknown(Failure why) implements Standing { }
    }

    private final EnvironmentLock lock;
    private final Time time;
    private final Set<String> runs = ConcurrentHashMap.newKeySet();
    private volatile Standing standing = new Standing.Unasked();
    private volatile Optional<Failure> trouble = Optional.empty();

    LockKeeper(EnvironmentLock lock, Time time) {
        this.lock = lock;
        this.time = time;
    }

    String identity() {
        return lock.identity();
    }

    Standing standing() {
        return standing;
    }

    /** The state in which it is not ours, as it was last told; empty when it is, or nobody told. */
    Optional<LockState> theirs() {
        return standing instanceof Standing.Theirs(LockState state) ? Optional.of(state) : Optional.empty();
    }

    /** Why it could not be renewed the last time; empty when it could. */
    Optional<Failure> trouble() {
        return trouble;
    }

    /** The run needs it from now on, so it is not given back by another that ends. */
    void join(String run) {
        runs.add(run);
    }

    boolean serves(String run) {
        return runs.contains(run);
    }

    /** Ours, with so much left of the lease that a write that is sent now arrives within it. */
    boolean mayWrite() {
        return standing instanceof Standing.Ours(LockState state) && time.instant().isBefore(lastMoment(state));
    }

    private static Instant lastMoment(LockState state) {
        return state.until().minus(state.holder().orElseThrow().lease().dividedBy(3));
    }

    /**
     * Takes it, or renews it when that is due. Blocks.
     *
     * @param ours what ended consoles of this journal were called
     * @param had  one of them had it and never gave it back; when somebody else had it since, it is not simply taken again
     */
    synchronized Standing keep(LockClaim claim, Set<String> ours, boolean had) {
        if (!(standing instanceof Standing.Ours(LockState held))) {
            return told(() -> {
                LockState seen = lock.observe();
                boolean passedOn = had && seen.holder().isEmpty()
                        && seen.before().filter(last -> lock.isOurs(last.identity(), ours)).isEmpty();
                return passedOn ? seen : lock.take(seen, claim, ours);
            });
        }
        LockClaim known = held.holder().orElseThrow().claim();
        boolean fresh = time.instant().isBefore(held.holder().orElseThrow().renewed().plus(BEAT));
        boolean same = known.deployment().equals(claim.deployment());
        return fresh && same ? standing : told(() -> lock.renew(held, same ? known : claim));
    }

    /** Before each write: a lease that ran out while nobody looked (the machine slept) is asked for again first. Blocks. */
    void sure() {
        if (!mayWrite()) {
            renewOrThrow();
        }
    }

    private synchronized void renewOrThrow() {
        if (standing instanceof Standing.Ours(LockState held)) {
            told(() -> lock.renew(held, held.holder().orElseThrow().claim()));
        }
        if (!mayWrite()) {
            throw new LockGone("The lock of the environment is not ours: " + why());
        }
    }

    private String why() {
        return switch (standing) {
            case Standing.Theirs(LockState state) -> state.sentence();
            case Standing.Unknown(Failure failure) -> failure.what() + ".";
            case Standing.Ours _ -> trouble.map(failure -> "it could not be renewed: " + failure.what() + ".").orElse(
                    "its lease is over.");
            case Standing.Unasked _ -> "it was not taken yet.";
        };
    }

    /** Takes it from its holder. Blocks. @param force also while the holder renews it @return what it was before */
    synchronized LockState seize(LockClaim claim, boolean force) {
        LockState seen = lock.observe();
        if (seen.holder().isEmpty() || seen.heldBy(lock.identity())) {
            throw new FailureException(new Failure.Rejected("There is nobody to take the lock from",
                    seen.holder().isEmpty() ? seen.sentence() : "This console holds it itself.", "Go on without."));
        }
        LockState after = force ? lock.breakIt(seen, claim) : lock.takeOver(seen, claim);
        told(() -> after);
        if (!after.heldBy(lock.identity())) {
            throw new FailureException(new Failure.Conflict("Somebody else was faster", after.sentence(), "Talk to them first."));
        }
        return seen;
    }

    /** The run needs it no more; the last one gives it back. Blocks. @return whether it was given back */
    synchronized boolean leave(String run) {
        runs.remove(run);
        if (!runs.isEmpty() || !(standing instanceof Standing.Ours(LockState held))) {
            return false;
        }
        standing = new Standing.Unasked();
        try {
            lock.release(held);
            return true;
        } catch (FailureException unreachable) {
            return false; // Nobody renews it any more, so it ends by itself.
        }
    }

    private Standing told(Supplier<LockState> asking) {
        try {
            LockState state = asking.get();
            trouble = Optional.empty();
            standing = state.heldBy(lock.identity()) ? new Standing.Ours(state) : new Standing.Theirs(state);
        } catch (FailureException problem) {
            trouble = Optional.of(problem.failure());
            standing = standing instanceof Standing.Ours ours ? ours : new Standing.Unknown(problem.failure());
        }
        return standing;
    }
}
