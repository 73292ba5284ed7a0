package com.maily.console.core.engine;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.GitOpsState;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Traffic;
import com.maily.console.core.port.Workload;
import java.util.Optional;

/** Notices that what was rolled back has come again, and names who did it where that can be told. */
record Relapse(StepContext context, Sight sight) {

    Optional<Failure> of(String name) {
        Component component = context.component(name);
        return context.deployment().release().artifact(name).flatMap(artifact -> {
            Workload stable = context.platforms().deployer(component).observe(component, Track.STABLE);
            sight.sees(stable);
            if (!stable.runs(artifact)) {
                return Optional.of(reapplied(component, artifact, stable));
            }
            return traffic(component).filter(traffic -> !traffic.desired().isZero() || !traffic.observed().isZero())
                    .map(traffic -> again(name, "its router sends " + traffic.observed() + " to the canary again."));
        });
    }

    private Failure reapplied(Component component, Artifact artifact, Workload now) {
        return culprit(component, artifact).map(owner -> byController(component, artifact, owner))
                .orElseGet(() -> again(component.name(), "it was back on " + artifact.version() + " and is told to run "
                        + now.artifact().map(Artifact::version).orElse("something else") + " again."));
    }

    /** The controller that undoes the rollback, if one does: it syncs by itself and Git wants another version. */
    Optional<GitOpsState> culprit(Component component, Artifact artifact) {
        try {
            return context.platforms().gitOps().flatMap(gitOps -> gitOps.observe(component))
                    .filter(owner -> owner.autoSync().on() && !owner.wants(artifact));
        } catch (FailureException _) {
            return Optional.empty();
        }
    }

    static Failure byController(Component component, Artifact artifact, GitOpsState owner) {
        String wants = owner.wanted().artifact().map(Artifact::version).orElse("something else");
        // Not a conflict: to try again would be undone again.
        return new Failure.Rejected(component.name() + " did not stay rolled back", "Argo CD's application " + owner.application()
                + " re-applied " + wants + ", which Git wants (" + owner.autoSync().words() + "); "
                + artifact.version() + " was undone.", "Pause its auto-sync (mailyctl gitops pause --component "
                + component.name()
                + "), then retry; or let Git want " + artifact.version() + ".");
    }

    private Optional<Traffic> traffic(Component component) {
        if (!component.routing().canSplit()) {
            return Optional.empty();
        }
        Traffic traffic = context.platforms().router(component).observe(component);
        sight.sees(component.name(), traffic);
        return Optional.of(traffic);
    }

    private static Failure again(String name, String why) {
        return new Failure.Conflict(name + " did not stay rolled back", why,
                "Find what re-applies it (a GitOps controller, another operator), stop that, then retry the rollback.");
    }
}
