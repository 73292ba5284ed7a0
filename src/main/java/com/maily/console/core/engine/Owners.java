package com.maily.console.core.engine;

import com.maily.console.core.journal.Hold;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.GitOps;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Platforms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who else writes the components of an environment, as seen when a plan was made.
 *
 * @param byComponent what owns each; components nobody owns are absent
 * @param trouble     why it is not known of all; a component that is missing may then be owned all the same
 * @param left        applications an earlier run left paused
 */
record Owners(Map<String, GitOpsState> byComponent, Optional<Failure> trouble, Set<String> left) {

    static final Owners NOBODY = new Owners(Map.of(), Optional.empty(), Set.of());

    /** How far back a controller's history is read: each entry may cost it a rendering. */
    private static final int ENTRIES = 4;

    Owners {
        byComponent = Map.copyOf(byComponent);
        left = Set.copyOf(left);
    }

    /** @param holds what is paused in the environment; what a person paused is a person's to restore */
    static Owners of(List<Component> components, Platforms platforms, List<Hold> holds) {
        return seen(components, platforms, holds, GitOps::observe);
    }

    /** Also with what each of the newest history entries brought. */
    static Owners withHistory(List<Component> components, Platforms platforms, List<Hold> holds) {
        return seen(components, platforms, holds, (gitOps, those) -> {
            Map<String, GitOpsState> states = new LinkedHashMap<>(gitOps.observe(those));
            those.forEach(component -> states.computeIfPresent(component.name(), (_, state) -> told(component, state, gitOps)));
            return states;
        });
    }

    private interface Look {
        Map<String, GitOpsState> at(GitOps gitOps, List<Component> components);
    }

    /** Region by region, so that one that does not answer leaves the others known. */
    private static Owners seen(List<Component> components, Platforms platforms, List<Hold> holds, Look look) {
        Set<String> left = holds.stream().filter(Hold::byRun).map(Hold::application).collect(Collectors.toSet());
        return components.stream().collect(Collectors.groupingBy(Component::region, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream().map(those -> seenThere(those, platforms, left, look)).reduce(NOBODY, Owners::and);
    }

    private static Owners seenThere(List<Component> components, Platforms platforms, Set<String> left, Look look) {
        try {
            return platforms.gitOps().map(gitOps -> new Owners(look.at(gitOps, components), Optional.empty(), left))
                    .orElse(NOBODY);
        } catch (FailureException problem) {
            return new Owners(Map.of(), Optional.of(problem.failure()), Set.of());
        }
    }

    private Owners and(Owners others) {
        Map<String, GitOpsState> all = new LinkedHashMap<>(byComponent);
        all.putAll(others.byComponent);
        return new Owners(all, trouble.or(others::trouble), Stream.concat(left.stream(), others.left.stream())
                .collect(Collectors.toSet()));
    }

    private static GitOpsState told(Component component, GitOpsState state, GitOps gitOps) {
        return state.withHistory(state.history().stream().limit(ENTRIES).map(entry -> new GitOpsState.Deployed(entry.id(),
                entry.revision(), entry.at(), entry.artifact().or(() -> artifact(component, state, entry, gitOps)))).toList());
    }

    /** A commit that can't be rendered any more is an entry without an artifact. */
    private static Optional<Artifact> artifact(Component component, GitOpsState state, GitOpsState.Deployed entry,
                                               GitOps gitOps) {
        try {
            return gitOps.artifactAt(component, state.application(), entry.revision());
        } catch (FailureException _) {
            return Optional.empty();
        }
    }

    Optional<GitOpsState> of(String component) {
        return Optional.ofNullable(byComponent.get(component));
    }

    static GitOps required(Platforms platforms) {
        return platforms.gitOps().orElseThrow(() -> new FailureException(new Failure.Missing("Nothing here syncs from Git",
                "the environment has no connection to Argo CD any more.", "Add connections.argocd, or skip the step.")));
    }

    static Optional<GitOpsState> application(GitOps gitOps, String application, List<String> components, StepContext context) {
        return application(gitOps.observe(components.stream().map(context::component).toList()), application);
    }

    static Optional<GitOpsState> application(Map<String, GitOpsState> states, String application) {
        return states.values().stream().filter(state -> state.application().equals(application)).findFirst();
    }
}
