package com.maily.console.desktop.rollout;

import com.maily.console.core.journal.StepState;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.SourceState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which components nobody can say anything true of now, because their platform does not answer. By component. */
record Silence(Map<String, SourceState> sources) {
    static final Silence NONE = new Silence(Map.of());

    static Silence of(Workspace workspace, List<SourceState> all, Instant now) {
        Map<String, SourceState> silent = new HashMap<>();
        for (Component component : workspace.components()) {
            all.stream().filter(source -> source.name().equalsIgnoreCase(Region.spoken(component.platform())) && silent(source, now)).findFirst()
                    .ifPresent(source -> silent.put(component.name(), source));
        }
        return new Silence(Map.copyOf(silent));
    }

    private static boolean silent(SourceState source, Instant now) {
        return switch (source.freshness(now)) {
            case STALE, LOST -> true;
            case LIVE, AGEING, NEVER -> false;
        };
    }

    /** The silent platform that a step which is under way depends on. */
    Optional<SourceState> about(StepState step) {
        return step.status().active() ? step.step().about().map(sources::get) : Optional.empty();
    }
}
