package com.maily.console.core.port;

import com.maily.console.core.model.Objective;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Sees to it that one monitoring system watches over an environment's objectives. Plans are only read; nothing is made that was
 * not in one.
 */
public interface MonitorSetUp {

    /** How what should exist stands against what does. */
    enum State { THERE, DIFFERENT, MISSING, NOT_WATCHED }

    /**
     * One monitor that should exist.
     *
     * @param objective   what it watches, {@code email/error-share}
     * @param name        as people will read it in the system
     * @param query       in the system's language; empty when it cannot watch the objective
     * @param differences what the one there has otherwise, or why there is none, each a sentence
     * @param link        the one there
     */
    record Wanted(String objective, String name, String query, double limit, State state, List<String> differences,
                  Optional<URI> link) {
        public Wanted {
            differences = List.copyOf(differences);
        }
    }

    /** The system as people call it. */
    String system();

    /** One for each objective, in their order. */
    List<Wanted> plan(List<Objective> objectives);

    /**
     * Makes one that a plan found missing; when it is there by now, nothing is made.
     *
     * @return how it was confirmed
     */
    String create(Wanted missing);
}
