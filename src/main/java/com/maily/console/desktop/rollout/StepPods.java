package com.maily.console.desktop.rollout;

import com.maily.console.core.model.Component;
import com.maily.console.core.model.Region;
import com.maily.console.core.model.Step;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Pod;
import com.maily.console.core.port.SourceState;
import com.maily.console.core.port.Track;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which pods belong to a step: a canary's own where there are any, else all of its component. */
final class StepPods {
    private StepPods() {
    }

    static List<Pod> of(Optional<Step> step, Collection<Pod> pods) {
        Optional<String> component = step.flatMap(Step::about);
        if (component.isEmpty()) {
            return List.of();
        }
        List<Pod> all = pods.stream().filter(pod -> pod.component().equals(component.get())).toList();
        List<Pod> canary = all.stream().filter(pod -> pod.track() == Track.CANARY).toList();
        return step.get() instanceof Step.Canary && !canary.isEmpty() ? canary : all;
    }

    /** The connection that a step's component is read over. */
    static Optional<SourceState> source(Optional<Step> step, Workspace workspace, List<SourceState> sources) {
        return step.flatMap(Step::about).flatMap(workspace::component).map(Component::platform).map(Region::spoken)
                .flatMap(platform -> sources.stream().filter(source -> source.name().equalsIgnoreCase(platform)).findFirst());
    }
}
