package com.maily.console.core.port;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where other tools show what a screen of ours shows: dashboards, traces, logs. Asks nobody. */
public interface Links {

    /** What is looked at. @param component empty for the whole environment */
    record Place(String environment, String component, Instant from, Instant to, Optional<String> trace) { }

    /** @param title what a button says: {@code Grafana} */
    record Link(String title, URI address) { }

    /** For a place with a trace, only where that trace itself is shown. */
    List<Link> to(Place place);
}
