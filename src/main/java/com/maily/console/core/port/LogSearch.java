package com.maily.console.core.port;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Searches the logs of an environment where they are kept, which is longer than a pod lives. */
public interface LogSearch {

    /** How far down a search can be read on; beyond it the time must be narrowed. */
    int DEEPEST = 10_000;

    /**
     * @param component whose lines, or a job's name; empty for all
     * @param text      words that must occur in the message, {@code "a phrase"}, {@code -without}; empty for all
     * @param skip      how many of the newest hits are known already
     * @param most      hits to give, newest first
     */
    record Query(String component, String text, Instant from, Instant to, int skip, int most) {

        /** The page after this one. */
        public Query next() {
            return new Query(component, text, from, to, skip + most, most);
        }
    }

    /** One line. @param trace the identity of the request's trace, where the line names one */
    record Hit(Instant at, String level, String component, String message, Optional<String> trace) { }

    /**
     * @param total    how many there are, also those not given
     * @param exact    whether {@code total} is all, or there are more than that
     * @param link     where the same search can be seen in the system's own screen
     * @param warnings what keeps the answer from being whole
     */
    record Hits(List<Hit> hits, long total, boolean exact, Optional<URI> link, List<String> warnings) {
        public Hits {
            hits = List.copyOf(hits);
            warnings = List.copyOf(warnings);
        }
    }

    /** The system as people call it. */
    String system();

    /** @throws com.maily.console.core.model.FailureException {@code Rejected} when the page is deeper than {@link #DEEPEST} */
    Hits search(Query query);
}
