package com.maily.console.core.port;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Searches the logs of an environment where they are kept, which is longer than a pod lives. */
public interface LogSearch {

    /** @param text what must occur in the message, empty for all; @param most hits to give, newest first */
    record Query(String component, String text, Instant from, Instant to, int most) { }

    /** One line. @param trace the identity of the request's trace, where the line names one */
    record Hit(Instant at, String level, String component, String message, Optional<String> trace) { }

    /** @param total how many there are, also those not given */
    record Hits(List<Hit> hits, long total, Optional<URI> link) {
        public Hits {
            hits = List.copyOf(hits);
        }
    }

    /** The system as people call it. */
    String system();

    Hits search(Query query);
}
