package com.maily.console.core.port;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The service level objectives another system keeps, as it computes them; ours are judged from raw points and never from these.
 */
public interface ServiceLevels {

    /** As the system sees it; {@code NO_DATA} is never shown as healthy. */
    enum State { OK, WARNING, BREACHED, NO_DATA }

    /**
     * One of them now.
     *
     * @param target   percent
     * @param window   {@code 30d}
     * @param level    percent, NaN when it is not known
     * @param budget   percent of the error budget that is left, below 0 when overspent, NaN when it is not known
     * @param trouble  why it could not be computed; empty when it could
     */
    record Level(String id, String name, List<String> tags, double target, String window, State state, double level,
                 double budget, String trouble, URI link) {
        public Level {
            tags = List.copyOf(tags);
        }
    }

    /**
     * One of them over a time.
     *
     * @param budget percent of the error budget of that time that is left, NaN when it is not known
     * @param states when it changed and to what share it was up, in order; empty for those that are not made of monitors
     */
    record Past(String id, Instant from, Instant to, double level, double budget, List<Sample> states) {
        public Past {
            states = List.copyOf(states);
        }
    }

    /** The system as people call it. */
    String system();

    /** Those of the environment. */
    List<Level> now();

    /** @param target percent, to tell the budget by; empty for its own */
    Past over(String id, Instant from, Instant to, Optional<Double> target);
}
