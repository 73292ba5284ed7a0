package com.maily.console.sandbox.world;

import java.util.List;

/** Where a component's requests go at this moment. Implemented by whatever routes them; asked inside the clock's lock. */
@FunctionalInterface
public interface Routes {

    /** Empty when these routes do not know the component. */
    List<Backend> backends(String environment, String component);

    /** The routes of one of several regions, where there are regions. */
    default Routes in(String region) {
        return this;
    }

    /** Asks {@code other} for components that these routes do not know. */
    default Routes or(Routes other) {
        return (environment, component) -> {
            List<Backend> known = backends(environment, component);
            return known.isEmpty() ? other.backends(environment, component) : known;
        };
    }
}
