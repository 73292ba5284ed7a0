package com.maily.console.core.model;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * How soon an environment must be well again after an incident, and how much data may be lost.
 *
 * @param usual      of all components that have none of their own
 * @param components goals of single components, by their name without a region
 */
public record Recovery(Goal usual, Map<String, Goal> components) {

    /**
     * @param time  the recovery time objective: from the first sign of trouble until all is verified
     * @param point the recovery point objective: how old the newest restorable copy of the data may be
     */
    public record Goal(Duration time, Duration point) {

        /** What Maily promises of code and traffic, and of data. */
        public static final Goal QUARTER = new Goal(Duration.ofMinutes(15), Duration.ofMinutes(15));
    }

    /** For environments that name none. */
    public static final Recovery DEFAULT = new Recovery(Goal.QUARTER, Map.of());

    public Recovery {
        components = Collections.unmodifiableMap(new TreeMap<>(components));
    }

    public Goal of(String component) {
        return components.getOrDefault(Region.baseOf(component), usual);
    }

    /** The shortest time any of these may take to be back; the usual one for none. */
    public Duration time(Collection<String> names) {
        return names.stream().map(name -> of(name).time()).min(Comparator.naturalOrder()).orElse(usual.time());
    }
}
