package com.maily.console.sandbox.vercel;

import com.maily.console.sandbox.SandboxClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The sandbox's Vercel: the project {@code maily-frontend} with v2.0.4 in production and v2.0.3 before it. Deterministic by its
 * seed, moved only by the clock, shared by the wire face and the ports in memory.
 */
public final class VercelWorld {

    /** What can be told to fail. */
    public enum Operation { CREATE, PROMOTE, ROLLBACK, START, APPROVE, COMPLETE }

    private final VercelState state;
    private final Builds builds;
    private final ProductionAlias alias;
    private final RollingReleases rollingReleases;
    private final Map<Operation, Deque<VercelRefusal>> refusals = new HashMap<>();

    /** A project that serves v2.0.4 and served v2.0.3 before. */
    public VercelWorld(SandboxClock clock, long seed) {
        this(clock, seed, "v2.0.3", "v2.0.4");
    }

    public VercelWorld(SandboxClock clock, long seed, String earlier, String running) {
        state = new VercelState(clock, seed);
        rollingReleases = new RollingReleases(state);
        alias = new ProductionAlias(state, rollingReleases);
        builds = new Builds(state, alias::assign);
        clock.locked(() -> {
            builds.past(earlier, Duration.ofDays(9));
            state.production = builds.past(running, Duration.ofDays(2)).id();
        });
    }

    /** The split of the frontend's traffic now. */
    public FrontendTraffic traffic() {
        return read(now -> new FrontendTraffic(now.active().map(RollingRelease::percent).orElse(0),
                now.active().map(release -> now.deployment(release.canary()).ref()), now.current().ref()));
    }

    /** The next call of this kind is refused as given: a missing plan is {@code 402}, a race {@code 409}. */
    public void refuseNext(Operation operation, VercelRefusal refusal) {
        state.clock.locked(() -> refusals.computeIfAbsent(operation, _ -> new ArrayDeque<>()).add(refusal));
    }

    /** Builds of this Git reference fail from now on. */
    public void breakBuilds(String ref) {
        state.clock.locked(() -> state.brokenRefs.add(ref));
    }

    /** Whether promotes and rollbacks are accepted and then fail. */
    public void failAliases(boolean fail) {
        state.clock.locked(() -> state.aliasesFail = fail);
    }

    public void enableRollingReleases(boolean enabled) {
        state.clock.locked(() -> state.rollingReleases = enabled);
    }

    <T> T read(Function<VercelState, T> reading) {
        return state.clock.locked(() -> reading.apply(state));
    }

    VercelDeployment create(String ref, String sha, String target, Map<String, String> meta, boolean autoAssign) {
        return act(Operation.CREATE, () -> builds.create(ref, sha.isEmpty() ? read(now -> now.hex(40)) : sha, target, meta,
                autoAssign));
    }

    VercelDeployment cancel(String id) {
        return state.clock.locked(() -> builds.cancel(id));
    }

    void promote(String id) {
        run(Operation.PROMOTE, () -> alias.promote(id));
    }

    void rollback(String id) {
        run(Operation.ROLLBACK, () -> alias.rollback(id));
    }

    void startRolling(String canaryId) {
        run(Operation.START, () -> rollingReleases.start(canaryId));
    }

    void approveStage(int nextStage, String canaryId) {
        run(Operation.APPROVE, () -> rollingReleases.approve(nextStage, canaryId));
    }

    void completeRolling(String canaryId) {
        run(Operation.COMPLETE, () -> rollingReleases.complete(canaryId));
    }

    private void run(Operation operation, Runnable action) {
        act(operation, () -> {
            action.run();
            return true;
        });
    }

    private <T> T act(Operation operation, java.util.function.Supplier<T> action) {
        return state.clock.locked(() -> {
            Deque<VercelRefusal> planned = refusals.getOrDefault(operation, new ArrayDeque<>());
            if (!planned.isEmpty()) {
                throw planned.poll();
            }
            return action.get();
        });
    }
}
