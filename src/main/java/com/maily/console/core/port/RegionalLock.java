package com.maily.console.core.port;

import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One lock for an environment with several clusters, kept in the first that answers, so that a region that is down keeps nobody
 * from going back in the others. It is free only when it is free in all that answer. A state's version carries the region it was
 * read in.
 *
 * @param regions each region's own, the one of the jobs first; asked for anew each time, since a region may come and go
 */
record RegionalLock(Map<String, Supplier<Optional<EnvironmentLock>>> regions) implements EnvironmentLock {

    @Override
    public String identity() {
        return reached((_, lock) -> lock.identity()).values().iterator().next();
    }

    /** What somebody else holds goes before what we hold, and that before what nobody does. */
    @Override
    public LockState observe() {
        Map<String, LockState> seen = reached((region, lock) -> tagged(region, lock.observe()));
        String us = identity();
        return seen.values().stream().filter(state -> state.holder().isPresent() && !state.heldBy(us) && !state.expired())
                .findFirst()
                .or(() -> seen.values().stream().filter(state -> state.heldBy(us)).findFirst())
                .or(() -> seen.values().stream().filter(state -> state.holder().isPresent()).findFirst())
                .orElseGet(() -> seen.values().iterator().next());
    }

    /** Where ours cannot be renewed because its region is down, it goes on in another. */
    @Override
    public LockState hold(LockState seen, LockClaim claim) {
        try {
            return holdThere(seen, claim);
        } catch (FailureException problem) {
            LockState now = problem.failure().retryable() ? observe() : seen;
            boolean free = now.holder().isEmpty() || now.heldBy(identity());
            if (!problem.failure().retryable() || !seen.heldBy(identity()) || same(seen, now)) {
                throw problem;
            }
            return free ? holdThere(now, claim) : now;
        }
    }

    private static boolean same(LockState one, LockState other) {
        return Region.regionOf(one.version()).equals(Region.regionOf(other.version()));
    }

    private LockState holdThere(LockState seen, LockClaim claim) {
        String region = Region.regionOf(seen.version());
        return tagged(region, of(region).hold(plain(seen), claim));
    }

    /** Also where it was held before its region went down. */
    @Override
    public LockState release(LockState held) {
        String us = identity();
        Map<String, LockState> after = reached((region, lock) -> {
            LockState state = lock.observe();
            return tagged(region, state.heldBy(us) ? lock.release(state) : state);
        });
        return after.getOrDefault(Region.regionOf(held.version()), after.values().iterator().next());
    }

    private interface Asking<T> {
        T of(String region, EnvironmentLock lock);
    }

    /** The answers of all that answer. @throws FailureException when none does */
    private <T> Map<String, T> reached(Asking<T> asking) {
        Map<String, T> answers = new LinkedHashMap<>();
        List<FailureException> problems = new ArrayList<>();
        regions.forEach((region, lock) -> {
            try {
                lock.get().ifPresent(one -> answers.put(region, asking.of(region, one)));
            } catch (FailureException problem) {
                problems.add(problem);
            }
        });
        if (answers.isEmpty()) {
            throw problems.isEmpty() ? none() : problems.getFirst();
        }
        return answers;
    }

    private EnvironmentLock of(String region) {
        return regions.getOrDefault(region, Optional::empty).get().orElseThrow(RegionalLock::none);
    }

    private static FailureException none() {
        return new FailureException(new Failure.Missing("Nothing keeps the lock", "no region has a place for it.",
                "Look at the regions' connections."));
    }

    private static LockState tagged(String region, LockState state) {
        return with(state, new Region(region, 0).of(state.version()));
    }

    private static LockState plain(LockState state) {
        return with(state, Region.baseOf(state.version()));
    }

    private static LockState with(LockState state, String version) {
        return new LockState(state.holder(), state.before(), state.transitions(), version, state.until(), state.observedAt());
    }
}
