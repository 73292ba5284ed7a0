package com.maily.console.desktop.fleet;

import com.maily.console.core.journal.History;
import com.maily.console.core.journal.Hold;
import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Environment;
import com.maily.console.core.port.GitOpsState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of an environment differs from Git, and whether it may be made as Git says now.
 *
 * @param drifts one for each application
 * @param off    why nothing can be sent, as a sentence; empty when it can
 */
record SyncModel(List<Drift> drifts, String off) {

    static final SyncModel NOTHING = new SyncModel(List.of(), "");

    /**
     * @param components that differ; a sync concerns the whole application
     * @param what       how they differ
     * @param held       why it rather stays as it is, empty when nothing speaks against it
     * @param closed     why it cannot be synced now, empty when it can
     */
    record Drift(String application, List<String> components, String what, String held, String closed) {
        Drift {
            components = List.copyOf(components);
        }

        private Drift with(Drift other) {
            List<String> both = java.util.stream.Stream.concat(components.stream(), other.components().stream()).toList();
            return new Drift(application, both, what + "; " + other.what(), held.isEmpty() ? other.held() : held,
                    closed.isEmpty() ? other.closed() : closed);
        }
    }

    SyncModel {
        drifts = List.copyOf(drifts);
    }

    static SyncModel of(Environment environment, Optional<GitReading> git, History history, Instant now) {
        Map<String, Drift> drifts = new LinkedHashMap<>();
        git.ifPresent(reading -> reading.states().values().stream()
                .filter(state -> !GitCell.of(reading, state, now).drift().isEmpty())
                .sorted(java.util.Comparator.comparing(GitOpsState::component))
                .map(state -> drift(state, history.holds(environment.name())))
                .forEach(drift -> drifts.merge(drift.application(), drift, Drift::with)));
        return new SyncModel(List.copyOf(drifts.values()), off(environment, history));
    }

    private static Drift drift(GitOpsState state, List<Hold> holds) {
        String wants = state.wanted().artifact().map(Artifact::version).orElse("");
        String what = state.drift().isEmpty() ? state.component() + " is not as Git says" + (wants.isEmpty() ? "" : ", which wants "
                + wants) : String.join("; ", state.drift());
        Optional<Hold> hold = holds.stream().filter(one -> one.application().equals(state.application())).findFirst();
        boolean paused = hold.isPresent() || state.remembered().isPresent() && !state.autoSync().on();
        return new Drift(state.application(), List.of(state.component()), what, paused ? hold.map(Hold::why)
                .filter(why -> !why.isBlank()).map(why -> "Auto-sync is paused: " + why).orElse("Auto-sync is paused.") : "",
                state.window());
    }

    private static String off(Environment environment, History history) {
        if (environment.readOnly()) {
            return environment.name() + " is read-only in the workspace file.";
        }
        return history.active(environment.name()).map(run -> "A run is at work here; what differs may be its own doing.").orElse("");
    }

    boolean possible() {
        return !drifts.isEmpty() && off.isEmpty();
    }
}
