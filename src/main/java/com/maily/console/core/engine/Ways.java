package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Step;
import com.maily.console.core.port.GitOpsState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which way a component goes back: by its GitOps controller's own history when that takes back exactly what must go back, else
 * the way its platform does it. Pure; each decision comes with its reason.
 *
 * @param back everything that goes back in this plan
 */
record Ways(Owners owners, List<Component> back) {

    /** @param through null for the platform's own way; @param why empty when no controller owns the component */
    record Way(Optional<Step.Through> through, String why) { }

    /** @param bleeding whether canary traffic must be stopped at once, which waits for nobody */
    Way of(Component component, Artifact artifact, boolean bleeding) {
        Optional<GitOpsState> owner = owners.of(component.name());
        if (owner.isEmpty()) {
            return new Way(Optional.empty(), "");
        }
        GitOpsState state = owner.get();
        Optional<GitOpsState.Deployed> entry = state.history().stream()
                .filter(one -> one.artifact().filter(then -> GitOpsState.same(then, artifact)).isPresent()).findFirst();
        String against = against(state, entry.isPresent(), artifact, bleeding);
        if (!against.isEmpty()) {
            return new Way(Optional.empty(), "Not by the history of " + state.application() + ": " + against);
        }
        String why = state.application() + " owns exactly what goes back, and its history has " + artifact.version()
                + " as entry "
                + entry.get().id() + ".";
        return new Way(Optional.of(new Step.Through(state.application(), entry.get().id(), why)), why);
    }

    private String against(GitOpsState state, boolean known, Artifact artifact, boolean bleeding) {
        Set<String> targets = back.stream().filter(other -> owners.of(other.name()).map(GitOpsState::application)
                .equals(Optional.of(state.application()))).map(Component::target).collect(Collectors.toSet());
        if (bleeding) {
            return "the canary carries traffic, which waits for nobody.";
        }
        if (!targets.containsAll(state.workloads())) {
            return "it would also change " + Words.list(state.workloads().stream().filter(one -> !targets.contains(one)).toList())
                    + ".";
        }
        if (!state.window().isEmpty()) {
            return state.window();
        }
        return known ? "" : "it does not have " + artifact.version() + ".";
    }
}
