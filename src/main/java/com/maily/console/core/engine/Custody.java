package com.maily.console.core.engine;

import com.maily.console.core.engine.LockKeeper.Standing;
import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.LockClaim;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
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

    /** @param standing empty for a lock that was given back */
    private record Told(String environment, Optional<Standing> standing, Optional<Event> event) { }

    private final Chronicle chronicle;
    private final Locks locks;
    private final Time time;
    private final Executor looks;
    private final Runnable wake;
    private final Queue<Told> answers = new ConcurrentLinkedQueue<>();
    private final Set<String> asking = new HashSet<>();
    private final Set<String> joined = new HashSet<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final LockNews news = new LockNews();

    Custody(Chronicle chronicle, Locks locks, Time time, Executor looks, Runnable wake) {
        this.chronicle = chronicle;
        this.locks = locks;
        this.time = time;
        this.looks = looks;
        this.wake = wake;
    }

    /**
     * Asks for what is due and journals what is news. @param idle no write of the run is on its way @return whether there was
     * news
     */
    boolean turn(boolean idle) {
        boolean moved = false;
        do {
            moved |= hear();
            SortedSet<String> needed = Locks.needed(chronicle.state());
            moved |= keep(needed);
            if (idle) {
                Set.copyOf(joined).stream().filter(environment -> !needed.contains(environment)).forEach(this::leave);
            }
        } while (!answers.isEmpty());
        return moved;
    }

    private boolean hear() {
        boolean moved = false;
        for (Told one = answers.poll(); one != null; one = answers.poll()) {
            String environment = one.environment();
            asking.remove(environment);
            one.standing().ifPresent(standing -> due.put(environment, time.instant()
                    .plus(standing instanceof Standing.Ours ? LockKeeper.BEAT : AGAIN)));
            moved |= said(one.event());
            moved |= said(one.standing().flatMap(standing -> news.answer(environment, standing, chronicle.state())));
        }
        return moved;
    }

    private boolean said(Optional<Event> event) {
        event.ifPresent(one -> chronicle.append(Actor.SYSTEM, one));
        return event.isPresent();
    }

    /** One after the other: two runs that both need both then never hold one each. */
    private boolean keep(SortedSet<String> needed) {
        boolean moved = false;
        boolean reached = true;
        for (String environment : needed) {
            try {
                Optional<LockKeeper> keeper = locks.of(environment);
                moved |= said(keeper.flatMap(one -> news.standing(environment, one, chronicle.state())));
                boolean had = keeper.map(one -> one.standing() instanceof Standing.Ours).orElse(true);
                if (keeper.isPresent() && (reached || had)) {
                    keep(environment, keeper.get(), chronicle.state());
                }
                reached &= had;
            } catch (FailureException unopened) {
                moved |= said(news.unknown(environment, unopened.failure(), chronicle.state()));
                reached = false;
            }
        }
        return moved;
    }

    private void keep(String environment, LockKeeper keeper, Deployment run) {
        keeper.join(run.id());
        joined.add(environment);
        boolean had = run.holds(environment);
        boolean wanted = had || keeper.standing() instanceof Standing.Ours || run.status() == Deployment.Status.RUNNING;
        if (!wanted) {
            due.remove(environment);
        } else if (!asking.contains(environment) && !due.getOrDefault(environment, Instant.MIN).isAfter(time.instant())) {
            due.remove(environment);
            LockClaim claim = Locks.claim(run);
            Set<String> ours = Locks.ours(chronicle.journal().history(), environment);
            ask(environment, () -> new Told(environment, Optional.of(keeper.keep(claim, ours, had)), Optional.empty()));
        }
    }

    private void leave(String environment) {
        if (!asking.contains(environment)) {
            due.remove(environment);
            joined.remove(environment);
            ask(environment, () -> new Told(environment, Optional.empty(), given(environment)));
        }
    }

    private Optional<Event> given(String environment) {
        return locks.of(environment).filter(keeper -> keeper.leave(chronicle.id()))
                .map(_ -> new Event.LockReleased(environment, chronicle.state().startedBy().name()));
    }

    private void ask(String environment, Supplier<Told> question) {
        asking.add(environment);
        looks.execute(() -> {
            answers.add(question.get());
            wake.run();
        });
    }

    /** Whether all locks the run needs are ours, and the journal says so. */
    boolean mayWrite() {
        Deployment run = chronicle.state();
        try {
            return Locks.needed(run).stream().allMatch(environment -> locks.of(environment).map(keeper -> keeper.mayWrite()
                    && keeper.identity().equals(run.locks().get(environment))).orElse(true));
        } catch (FailureException unopened) {
            return false;
        }
    }

    /** Whether everything was given back. */
    boolean over() {
        return joined.isEmpty() && asking.isEmpty() && answers.isEmpty();
    }

    /** When it wants another turn. */
    Optional<Instant> wake() {
        return due.values().stream().min(Instant::compareTo);
    }

    /** A person wants the run to go on: what was waited for is asked for again, and said again. */
    void askAtOnce() {
        due.clear();
        news.forget();
    }

    /** Gives everything back at once, for the console's end. Blocks. */
    void leaveNow() {
        List.copyOf(joined).forEach(environment -> said(given(environment)));
        joined.clear();
    }
}
