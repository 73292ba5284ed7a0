package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Plan;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The locks of all environments as this console has them. Safe for use by several threads. */
final class Locks {

    private final Function<String, Platforms> platforms;
    private final Time time;
    private final Map<String, Optional<LockKeeper>> keepers = new ConcurrentHashMap<>();

    Locks(Function<String, Platforms> platforms, Time time) {
        this.platforms = platforms;
        this.time = time;
    }

    /** Empty where nothing can keep a lock. @throws FailureException when that cannot be told */
    Optional<LockKeeper> of(String environment) {
        return keepers.computeIfAbsent(environment, _ -> platforms.apply(environment).lock()
                .map(lock -> new LockKeeper(lock, time)));
    }

    /** The environment's ports; they write only while its lock is ours. */
    Platforms guarded(String environment) {
        Platforms real = platforms.apply(environment);
        return of(environment).<Platforms>map(keeper -> new GuardedPlatforms(real, _ -> keeper.sure())).orElse(real);
    }

    /** Says that a run is coming, before the one it replaces gives back what both need. */
    void join(String run, Plan plan) {
        environments(plan).forEach(environment -> of(environment).ifPresent(keeper -> keeper.join(run)));
    }

    static SortedSet<String> environments(Plan plan) {
        SortedSet<String> all = plan.steps().stream().map(Step::environment).collect(Collectors.toCollection(TreeSet::new));
        all.add(plan.environment());
        return all;
    }

    /** Those a run still has work in, always in the same order, so that two runs never wait for each other. */
    static SortedSet<String> needed(Deployment run) {
        SortedSet<String> open = run.steps().values().stream().filter(step -> !run.over() && !step.status().settled())
                .map(step -> step.step().environment()).collect(Collectors.toCollection(TreeSet::new));
        if (!open.isEmpty()) {
            open.add(run.plan().environment());
        }
        return open;
    }

    /** What consoles were called that held the lock for this journal; it has one writer, so all others of them ended. */
    static Set<String> ours(History history, String environment) {
        return history.deployments().stream().filter(run -> run.holds(environment)).map(run -> run.locks().get(environment))
                .collect(Collectors.toSet());
    }

    static LockClaim claim(Deployment run) {
        String what = (run.goesBack() ? "rollback to " : "deployment of ") + run.plan().version();
        return new LockClaim(run.startedBy().name(), run.reason().isBlank() ? what : what + ", " + run.reason().strip(),
                run.startedBy().source(), run.id());
    }
}
