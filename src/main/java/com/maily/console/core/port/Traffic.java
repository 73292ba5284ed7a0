package com.maily.console.core.port;

import com.maily.console.core.model.Weight;
import java.time.Instant;

/**
 * Where a router sends a component's traffic.
 *
 * @param desired  the canary weight the router is told
 * @param observed the canary share the router reports to be in effect
 * @param why      why they differ, or what the platform cannot tell of a weight that is set; otherwise empty
 * @param writer   who wrote the weight last, empty when unknown
 * @param version  the router object's own version, to detect writers in between; empty when it has none
 */
public record Traffic(Weight desired, Weight observed, String why, String writer, String version, Instant observedAt) {
    public boolean settledAt(Weight weight) {
        return desired.equals(weight) && observed.equals(weight);
    }
}
