package com.maily.console.core.engine;

import com.maily.console.core.engine.LockKeeper.Standing;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.History;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.LockHolder;
import com.maily.console.core.port.LockState;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The locks of one run: takes what it needs before its first step, renews them while it lasts, also while it waits for a person,
 * and gives them back at its end. Asks on the executor of looks, so that a slow platform holds up no turn. What it must remember
 * is in the journal. Belongs to its conductor's turns.
 */
final class Custody {

    /** How soon a lock that somebody else has is asked for again. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private record Told(String environment, Optional<Standing> standing, List<Event> events) { }

    private final String run;
    private final Locks locks;
    private final Supplier<History> history;
    private final Time time;
    private final Executor looks;
    private final Runnable wake;
    private final Queue<Told> answers = new ConcurrentLinkedQueue<>();
    private final Set<String> asking = new HashSet<>();
    private final Set<String> joined = new HashSet<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();

    Custody(String run, Locks locks, Supplier<History> history, Time time, Executor looks, Runnable wake) {
        this.run = run;
        this.locks = locks;
        this.history = history;
        this.time = time;
        this.looks = looks;
        this.wake = wake;
    }

    /** Asks for what is due. @param idle no write of the run is on its way @return what is news to the journal */
    List<Event> turn(Deployment state, boolean idle) {
        List<Event> events = new ArrayList<>();
        for (Told one = answers.poll(); one != null; one = answers.poll()) {
            hear(one, state, events);
        }
        SortedSet<String> needed = Locks.needed(state);
        keep(needed, state, events);
        if (idle) {
            Set.copyOf(joined).stream().filter(environment -> !needed.contains(environment)).forEach(this::leave);
        }
        return events;
    }

    private void hear(Told answer, Deployment state, List<Event> events) {
        asking.remove(answer.environment());
        events.addAll(answer.events());
        answer.standing().ifPresent(standing -> next(answer.environment(), standing));
        news(answer, state).ifPresent(events::add);
    }

    /** One after the other: two runs that both need both then never hold one each. */
    private void keep(SortedSet<String> needed, Deployment state, List<Event> events) {
        boolean reached = true;
        for (String environment : needed) {
            Optional<LockKeeper> keeper = keeper(environment, state, events);
            if (keeper.isPresent()) {
                standing(environment, keeper.get(), state).ifPresent(events::add);
                boolean had = keeper.get().standing() instanceof Standing.Ours;
                if (reached || had) {
                    keep(environment, keeper.get(), state);
                }
                reached &= had;
            }
        }
    }

    /** A platform whose connection cannot even be opened keeps no lock, and the run says so once. */
    private Optional<LockKeeper> keeper(String environment, Deployment state, List<Event> events) {
        try {
            return locks.of(environment);
        } catch (FailureException problem) {
            unknown(environment, problem.failure(), state).ifPresent(events::add);
            return Optional.empty();
        }
    }

    /** Whether all locks the run needs are ours, and the journal says so. */
    boolean mayWrite(Deployment state) {
        try {
            return Locks.needed(state).stream().allMatch(environment -> locks.of(environment).map(keeper -> keeper.mayWrite()
                    && keeper.identity().equals(state.locks().get(environment))).orElse(true));
        } catch (FailureException unopened) {
            return false;
        }
    }

    /** Whether something that was asked has been answered since the last turn. */
    boolean answered() {
        return !answers.isEmpty();
    }

    /** Whether everything was given back. */
    boolean over() {
        return joined.isEmpty() && asking.isEmpty() && !answered();
    }

    /** When it wants another turn. */
    Optional<Instant> wake() {
        return due.values().stream().min(Instant::compareTo);
    }

    void askAtOnce() {
        due.clear();
        said.clear();
    }

    private void next(String environment, Standing standing) {
        due.put(environment, time.instant().plus(standing instanceof Standing.Ours ? LockKeeper.BEAT : AGAIN));
    }

    private void keep(String environment, LockKeeper keeper, Deployment state) {
        keeper.join(run);
        joined.add(environment);
        boolean wanted = keeper.standing() instanceof Standing.Ours || state.holds(environment)
                || state.status() == Deployment.Status.RUNNING;
        if (!wanted) {
            due.remove(environment);
        } else if (!asking.contains(environment) && !due.getOrDefault(environment, Instant.MIN).isAfter(time.instant())) {
            due.remove(environment);
            LockClaim claim = Locks.claim(state);
            Set<String> ours = Locks.ours(history.get(), environment);
            boolean had = state.holds(environment);
            ask(environment, () -> new Told(environment, Optional.of(keeper.keep(claim, ours, had)), List.of()));
        }
    }

    private void leave(String environment) {
        if (asking.contains(environment)) {
            return;
        }
        due.remove(environment);
        ask(environment, () -> new Told(environment, Optional.empty(), given(environment)));
        joined.remove(environment);
    }

    private List<Event> given(String environment) {
        String owner = history.get().deployment(run).map(state -> state.startedBy().name()).orElse("");
        return locks.of(environment).filter(keeper -> keeper.leave(run)).<Event>map(_ -> new Event.LockReleased(environment, owner))
                .stream().toList();
    }

    /** Gives everything back at once, for the console's end. Blocks. */
    List<Event> leaveNow() {
        List<Event> events = new ArrayList<>();
        Set.copyOf(joined).forEach(environment -> events.addAll(given(environment)));
        joined.clear();
        return events;
    }

    private void ask(String environment, Supplier<Told> question) {
        asking.add(environment);
        looks.execute(() -> {
            answers.add(question.get());
            wake.run();
        });
    }

    /** What is true whoever found it out: a heartbeat, or a write that was about to be sent. */
    private Optional<Event> standing(String environment, LockKeeper keeper, Deployment state) {
        return switch (keeper.standing()) {
            case Standing.Ours(LockState mine) when !keeper.identity().equals(state.locks().get(environment)) -> {
                LockClaim claim = mine.holder().orElseThrow().claim();
                said.remove(environment);
                yield Optional.of(new Event.LockTaken(environment, claim.owner(), claim.reason(), keeper.identity()));
            }
            case Standing.Ours _ when !keeper.mayWrite() -> keeper.trouble().flatMap(why -> unknown(environment, why, state));
            case Standing.Theirs(LockState theirs) when state.holds(environment) -> Optional.of(lost(environment, theirs, state));
            case Standing.Ours _, Standing.Theirs _, Standing.Unknown _, Standing.Unasked _ -> Optional.empty();
        };
    }

    private static Event lost(String environment, LockState theirs, Deployment state) {
        Optional<LockHolder> taker = theirs.holder().or(theirs::before);
        return new Event.LockLost(environment, taker.map(LockHolder::owner).orElse(""),
                taker.map(one -> one.claim().reason()).orElse(""), state.startedBy().name());
    }

    /** What an answer says that is worth an entry, once. */
    private Optional<Event> news(Told told, Deployment state) {
        String environment = told.environment();
        return told.standing().filter(_ -> state.status() == Deployment.Status.RUNNING && !state.holds(environment))
                .flatMap(standing -> switch (standing) {
                    case Standing.Theirs(LockState theirs) -> theirs.holder().flatMap(holder -> once(environment,
                            holder.identity() + theirs.expired(), new Event.LockAwaited(environment, holder.owner(),
                                    holder.claim().reason(), Optional.of(theirs.until()).filter(_ -> !theirs.expired()))));
                    case Standing.Unknown(Failure why) -> unknown(environment, why, state);
                    case Standing.Ours _, Standing.Unasked _ -> Optional.empty();
                });
    }

    private Optional<Event> unknown(String environment, Failure why, Deployment state) {
        return state.status() != Deployment.Status.RUNNING ? Optional.empty()
                : once(environment, why.what(), new Event.LockAwaited(environment, "", why.sentence(), Optional.empty()));
    }

    private Optional<Event> once(String environment, String key, Event event) {
        return key.equals(said.put(environment, key)) ? Optional.empty() : Optional.of(event);
    }
}
