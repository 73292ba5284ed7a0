package com.maily.console.core.port;

import com.maily.console.core.model.Weight;
import java.util.List;

/** What {@link TrafficRouterContract} needs on top: the router of the same component, and a canary that can take traffic. */
public interface RouterHarness extends PortHarness {

    TrafficRouter router();

    /**
     * Units the canary is given before traffic moves; platforms that do not count ignore it. 0 where the pods
     * themselves are the weight.
     */
    default int canaryUnits() {
        return 2;
    }

    /** Somebody else gives the canary this weight, with a tool of their own. */
    void somebodyElseSets(Weight weight);

    /** How the platform may name that somebody; an empty name where it keeps no record of writers. */
    default List<String> somebodyElse() {
        return List.of("night-shift");
    }

    /**
     * Does something once, while the router's next write is on its way and not yet carried out.
     *
     * @return false where nobody can come in between, or nobody could tell the moment
     */
    default boolean duringTheNextWrite(Runnable something) {
        return false;
    }

    /** The platform denies the next write. @return false where it cannot be made to */
    default boolean refuseTheNextWrite() {
        return false;
    }

    /** Whether anybody carries out what is written. Where nobody does, only what is told can be read back. */
    default boolean carriesOut() {
        return true;
    }

    /** Whether the platform refuses a write that was decided on an older state. Where it does not, the last writer wins. */
    default boolean refusesLateWrites() {
        return true;
    }
}
