package com.maily.console.core.port;

import java.time.Instant;
import java.util.List;

/**
 * Keeps one monitoring system from calling people about what a deployment does on purpose. A mute carries the deployment's
 * identity, so that it can be found again whatever was forgotten in between.
 */
public interface Mutes {

    /**
     * What is to be muted.
     *
     * @param deployment its identity
     * @param until      when the mute ends by itself, should nobody remove it
     * @param why        one sentence for who finds it
     */
    record Window(String deployment, String environment, Instant until, String why) { }

    /** One that is there. @param id the system's own */
    record Mute(String id, Instant from, Instant until, String why) { }

    /** The system as people call it. */
    String system();

    /** Those of a deployment that have not ended, read back from the system. */
    List<Mute> of(String deployment);

    /** Makes one, or moves the end of the one there is. @return how it was confirmed, for the journal */
    String mute(Window window);

    /** Ends it now. One that has ended is none of the errors. @return how it was confirmed, for the journal */
    String unmute(Mute mute);
}
