package com.maily.console.core.engine;

import com.maily.console.core.journal.Deployment;
import com.maily.console.core.journal.Event;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.journal.Told;
import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Another tool that is told of an environment's runs, and kept as the journal says it should be: looked at again and again, it
 * acts only on a difference. It can fail as it likes: no run waits for it. Used by one thread.
 */
abstract class Tool {

    /** How soon one that did not answer is asked again. */
    private static final Duration AGAIN = Duration.ofSeconds(15);

    /** How long after its end a run is still told of, to a tool that was away. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final String environment;
    private final String system;
    private final Journal journal;
    private final Time time;
    private Instant notBefore = Instant.MIN;

    Tool(String environment, String system, Journal journal, Time time) {
        this.environment = environment;
        this.system = system;
        this.journal = journal;
        this.time = time;
    }

    String environment() {
        return environment;
    }

    String system() {
        return system;
    }

    Instant now() {
        return time.instant();
    }

    /** Tells it what it does not know yet. Blocks. */
    void pass() {
        if (now().isBefore(notBefore) || journal.refusal().isPresent()) {
            return; // nothing is told that could not be journalled
        }
        Instant now = now();
        journal.history().deployments().stream().filter(run -> matters(run, now)).forEach(this::look);
    }

    /** Whether anybody may still have to be told of it. */
    static boolean matters(Deployment run, Instant now) {
        return run.endedAt().filter(end -> end.plus(REMEMBERED).isBefore(now)).isEmpty()
                || run.told().mutes().values().stream().anyMatch(Told.Muting::lasts);
    }

    /** Makes the tool know this run as it is. */
    abstract void look(Deployment run);

    /** For what nobody waits for: it is tried again, and its lamp tells why. */
    Optional<Failure> quietly(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (FailureException problem) {
            notBefore = now().plus(AGAIN);
            return Optional.of(problem.failure());
        }
    }

    /** @param what it is to do, for the one entry that says it did not */
    void attempt(Deployment run, String what, Runnable action) {
        quietly(action).ifPresent(failure -> {
            if (run.told().away(environment, system).filter(what::equals).isEmpty()) {
                append(run, new Event.ToolAway(environment, system, what, failure.what() + ". " + failure.why()));
            }
        });
    }

    void append(Deployment run, Event event) {
        journal.append(run.id(), Actor.SYSTEM, event);
    }
}
