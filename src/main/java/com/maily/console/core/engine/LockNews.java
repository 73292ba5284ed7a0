package com.maily.console.core.engine;

import com.maily.console.core.engine.LockKeeper.Standing;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Failure;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a run's journal must know of its locks, each thing said once. Belongs to its conductor's turns. */
final class LockNews {

    private final Map<String, String> said = new HashMap<>();

    void forget() {
        said.clear();
    }

    /** What is true whoever found it out: a heartbeat, or a write that was about to be sent. */
    Optional<Event> standing(String environment, LockKeeper keeper, Deployment run) {
        return switch (keeper.standing()) {
            case Standing.Ours(LockState mine) when !keeper.identity().equals(run.locks().get(environment)) -> {
                LockClaim claim = mine.holder().orElseThrow().claim();
                said.remove(environment);
                yield Optional.of(new Event.LockTaken(environment, claim.owner(), claim.reason(), keeper.identity()));
            }
            case Standing.Ours _ when !keeper.mayWrite() -> keeper.trouble().flatMap(why -> unknown(environment, why, run));
            case Standing.Theirs(LockState theirs) when run.holds(environment) -> Optional.of(lost(environment, theirs, run));
            case Standing.Ours _, Standing.Theirs _, Standing.Unknown _, Standing.Unasked _ -> Optional.empty();
        };
    }

    private static Event lost(String environment, LockState theirs, Deployment run) {
        Optional<LockHolder> taker = theirs.holder().or(theirs::before);
        return new Event.LockLost(environment, taker.map(LockHolder::owner).orElse(""),
                taker.map(one -> one.claim().reason()).orElse(""), run.startedBy().name());
    }

    /** What the answer to a run that asked for the lock says. */
    Optional<Event> answer(String environment, Standing standing, Deployment run) {
        if (run.status() != Deployment.Status.RUNNING || run.holds(environment)) {
            return Optional.empty();
        }
        return switch (standing) {
            case Standing.Theirs(LockState theirs) -> theirs.holder().flatMap(holder -> once(environment,
                    holder.identity() + theirs.expired(), new Event.LockAwaited(environment, holder.owner(),
                            holder.claim().reason(), Optional.of(theirs.until()).filter(_ -> !theirs.expired()))));
            case Standing.Unknown(Failure why) -> unknown(environment, why, run);
            case Standing.Ours _, Standing.Unasked _ -> Optional.empty();
        };
    }

    Optional<Event> unknown(String environment, Failure why, Deployment run) {
        return run.status() != Deployment.Status.RUNNING ? Optional.empty()
                : once(environment, why.what(), new Event.LockAwaited(environment, "", why.sentence(), Optional.empty()));
    }

    private Optional<Event> once(String environment, String key, Event event) {
        return key.equals(said.put(environment, key)) ? Optional.empty() : Optional.of(event);
    }
}
