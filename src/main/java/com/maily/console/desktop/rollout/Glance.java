package com.maily.console.desktop.rollout;

import com.maily.console.core.port.SourceState;
import java.util.List;
import java.util.Optional;

/** The few figures that say at a glance how the environment does. Must not block: it is asked on the FX thread each second. */
@FunctionalInterface
public interface Glance {
    List<Metric> metrics();

    /**
     * One figure.
     *
     * @param value    empty when there is none yet
     * @param good     whether it keeps its objective; true when it has none
     * @param source   where it comes from and when that last answered
     * @param required whether health is unknown without it
     * @param where    of several regions the one it is of, the worst; otherwise empty
     */
    record Metric(String title, Optional<Double> value, String unit, boolean good, SourceState source, boolean required, String where) {

        public Metric(String title, Optional<Double> value, String unit, boolean good, SourceState source, boolean required) {
            this(title, value, unit, good, source, required, "");
        }
    }
}
