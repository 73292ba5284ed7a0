package com.maily.console.core.port;

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
}
