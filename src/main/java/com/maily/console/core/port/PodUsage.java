package com.maily.console.core.port;

import java.time.Instant;
import java.util.Map;

/** What pods use now, as far as their platform measures it. */
public sealed interface PodUsage {

    /** @param byPod by {@link Pod#key}; a pod that is not in it has not been measured yet */
    record Measured(Map<String, Compute> byPod, Instant at) implements PodUsage {
        public Measured {
            byPod = Map.copyOf(byPod);
        }
    }

    /** The platform does not measure. @param why in a word or two: {@code no metrics API} */
    record Absent(String why) implements PodUsage { }
}
