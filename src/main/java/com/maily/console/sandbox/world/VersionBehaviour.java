package com.maily.console.sandbox.world;

import java.time.Duration;

/** What a version of a component would settle at under a load. */
@FunctionalInterface
public interface VersionBehaviour {

    /**
     * @param requestsPerSecond what this version has to bear in its environment
     * @param since             since the sandbox began; negative for the history before
     */
    Behaviour of(Load load, String version, double requestsPerSecond, Duration since);
}
