package com.maily.console.core.engine;

import com.maily.console.core.engine.PreflightCheck.Result;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Plan;
import com.maily.console.core.port.EnvironmentLock;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether another console holds what a plan or an order needs. Reads only. */
record LockChecks(Function<String, Platforms> platforms, History history, Instant now) {

    static final String TITLE = "Environment lock";
    static final String ADVICE = "Wait for it, take the lock over once it has expired, or break it with a reason.";

    /** One check for each environment the plan works in. Blocks. */
    List<PreflightCheck> of(Plan plan) {
        return Locks.environments(plan).stream().map(this::check).toList();
    }

    private PreflightCheck check(String environment) {
        try {
            Platforms ports = platforms.apply(environment);
            return ports.lock().map(lock -> check(environment, lock, ports.rights()))
                    .orElseGet(() -> said(environment, Result.WARN,
                    "Nothing here can keep a lock, so two consoles are not kept apart."));
        } catch (FailureException problem) {
            return said(environment, problem.failure().retryable() ? Result.UNKNOWN : Result.FAIL, problem.failure().sentence());
        }
    }

    private PreflightCheck check(String environment, EnvironmentLock lock, Rights rights) {
        LockState state = lock.observe();
        Optional<String> holder = state.holder().map(LockHolder::identity);
        if (holder.isEmpty()) {
            return rights.may(Rights.Action.LOCK).refusal().map(refusal -> said(environment, Result.FAIL, refusal.sentence()))
                    .orElseGet(() -> said(environment, Result.PASS, state.sentence()));
        }
        boolean ours = lock.isOurs(holder.get(), Locks.ours(history, environment));
        return ours ? said(environment, Result.PASS, "Held by a run of this journal.") : said(environment, Result.FAIL,
                state.sentence());
    }

    private PreflightCheck said(String environment, Result result, String detail) {
        return new PreflightCheck(environment, TITLE, result, detail, now);
    }

    /** Traffic moved by hand while somebody else has the lock would wait unseen; who moves it must know at once. */
    static Optional<Failure> refusal(Order order, Deployment run, Locks locks) {
        if (!(order instanceof Order.Canaries)) {
            return Optional.empty();
        }
        return Locks.needed(run).stream().flatMap(environment -> locks.of(environment).stream())
                .flatMap(keeper -> keeper.theirs().stream()).findFirst()
                .map(state -> new Failure.Conflict("Traffic is not moved without the lock", state.sentence(),
                        state.holder().isEmpty() ? "Resume the run; it takes the lock again." : ADVICE));
    }
}
