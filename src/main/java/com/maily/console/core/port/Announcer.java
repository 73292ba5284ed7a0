package com.maily.console.core.port;

/** Tells one other tool of deployments: a Grafana annotation, a Datadog event and DORA deployment. */
public interface Announcer {

    /** The tool as people call it. */
    String system();

    /**
     * Makes the tool show {@code announcement}; the same one again changes nothing, and a later one of the same deployment replaces
     * or completes it.
     *
     * @return how it was confirmed, for the journal
     */
    String announce(Announcement announcement);
}
