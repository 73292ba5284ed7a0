package com.maily.console.core.port;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The controllers of several regions as one. An application's name carries its region, {@code maily@eu-west-1}, since the same
 * name may be in each.
 */
record RegionalGitOps(Map<String, GitOps> regions) implements GitOps {

    @Override
    public Map<String, GitOpsState> observe(List<Component> components) {
        Map<String, GitOpsState> states = new LinkedHashMap<>();
        regions.forEach((region, gitOps) -> {
            List<Component> there = components.stream().filter(component -> component.region().equals(region))
                    .map(Component::atHome)
                    .toList();
            if (!there.isEmpty()) {
                gitOps.observe(there).forEach((component, state) -> states.put(component, state.in(new Region(region, 0))));
            }
        });
        return states;
    }

    @Override
    public Optional<Artifact> artifactAt(Component component, String application, String revision) {
        return of(application).artifactAt(component.atHome(), Region.baseOf(application), revision);
    }

    @Override
    public String pauseAutoSync(String application, String why) {
        return of(application).pauseAutoSync(Region.baseOf(application), why);
    }

    @Override
    public String restoreAutoSync(String application, GitOpsState.AutoSync was) {
        return of(application).restoreAutoSync(Region.baseOf(application), was);
    }

    @Override
    public String rollBack(String application, long entry) {
        return of(application).rollBack(Region.baseOf(application), entry);
    }

    @Override
    public String sync(String application) {
        return of(application).sync(Region.baseOf(application));
    }

    @Override
    public String terminate(String application) {
        return of(application).terminate(Region.baseOf(application));
    }

    private GitOps of(String application) {
        return Optional.ofNullable(regions.get(Region.regionOf(application)))
                .orElseThrow(() -> new FailureException(new Failure.Missing(
                "Nothing syncs " + application + " from Git", "its region has no connection to Argo CD.",
                "Add connections.argocd@" + Region.regionOf(application) + " in the workspace file.")));
    }
}
