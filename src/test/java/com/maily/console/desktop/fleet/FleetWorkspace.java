package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Environment;
import com.maily.console.core.model.Guard;
import com.maily.console.core.model.Workspace;
import com.maily.console.desktop.StoryMetrics;
import java.util.List;
import java.util.Map;

/** The story's workspace with what its environments are reached through. */
final class FleetWorkspace {

    private FleetWorkspace() { }

    static Workspace of(Guard guard) {
        Workspace story = StoryMetrics.workspace();
        Environment production = new Environment("production", true, Map.of("kubernetes", Map.of("namespace", "maily"), "argocd",
                Map.of())).with(guard);
        return new Workspace(story.name(), story.components(), List.of(production), story.objectives(), Map.of(), Map.of(),
                story.releases(), story.clock());
    }
}
