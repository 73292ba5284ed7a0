package com.maily.console.desktop.fleet;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.desktop.Story;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A controller that owns what it is told to, of which some drifts. */
final class HandGitOps implements GitOps {

    final List<String> synced = new CopyOnWriteArrayList<>();
    private final Map<String, GitOpsState> states = new LinkedHashMap<>();

    /** @param paused whether automatic syncing was paused and noted */
    HandGitOps owns(String component, boolean drifts, boolean paused) {
        states.put(component, state(component, drifts, paused, ""));
        return this;
    }

    static GitOpsState state(String component, boolean drifts, boolean paused, String window) {
        GitOpsState.AutoSync was = new GitOpsState.AutoSync(true, true, "{}");
        return new GitOpsState(component, "maily-" + component, "maily", new GitOpsState.Wanted("9f3c1ab", "main",
                Optional.of(new Artifact.Image("v2.1.0", component + ":v2.1.0"))),
                drifts ? GitOpsState.Sync.OUT_OF_SYNC : GitOpsState.Sync.SYNCED, GitOpsState.Health.HEALTHY,
                paused ? GitOpsState.AutoSync.OFF : was, paused ? Optional.of(was) : Optional.empty(), window, List.of(),
                Optional.empty(), List.of("deployment/maily-" + component),
                drifts ? List.of("deployment/maily-" + component + " runs v2.0.4, Git wants v2.1.0") : List.of(), Story.NOW);
    }

    @Override
    public Map<String, GitOpsState> observe(List<Component> components) {
        Map<String, GitOpsState> known = new LinkedHashMap<>(states);
        known.keySet().retainAll(components.stream().map(Component::name).toList());
        return known;
    }

    @Override
    public String sync(String application) {
        if (javafx.application.Platform.isFxApplicationThread()) {
            throw new IllegalStateException("The controller was asked on the JavaFX thread.");
        }
        synced.add(application);
        return "argocd app sync " + application;
    }

    @Override
    public Optional<Artifact> artifactAt(Component component, String application, String revision) {
        return Optional.empty();
    }

    @Override
    public String pauseAutoSync(String application, String why) {
        return "";
    }

    @Override
    public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
        return "";
    }

    @Override
    public String rollBack(String application, long entry) {
        return "";
    }

    @Override
    public String terminate(String application) {
        return "";
    }
}
