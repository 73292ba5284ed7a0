package com.maily.console.sandbox.vercel;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.core.port.Workload.Rollout;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the two tracks of the project are at a moment, seen from the console's ports. Used with the clock's lock held. */
record Readout(VercelState state) {

    static final String TRACK = "console-track";
    static final String COMMIT = "console-commit";
    private static final Duration FRESH = Duration.ofMinutes(5);

    static Artifact.Build artifact(VercelDeployment deployment) {
        return new Artifact.Build(deployment.ref(), deployment.meta().getOrDefault(COMMIT, deployment.ref()));
    }

    /** A build of the track that was asked for after everything that is in production and after the last move of the domains. */
    Optional<VercelDeployment> pending(Track track) {
        return state.newestFirst().stream().filter(VercelDeployment::production)
                .filter(deployment -> track.key().equals(deployment.meta().get(TRACK)))
                .filter(deployment -> deployment.createdAt().isAfter(state.current().createdAt()))
                .filter(deployment -> state.alias == null || deployment.createdAt().isAfter(state.alias.requestedAt()))
                .filter(deployment -> deployment.substate() == VercelDeployment.Substate.STAGED)
                .filter(deployment -> deployment.state() != VercelDeployment.State.CANCELED)
                .filter(deployment -> deployment.state() != VercelDeployment.State.ERROR || fresh(deployment.createdAt()))
                .findFirst();
    }

    /** A failure is told for a while; after that asking for the same again starts afresh. */
    private boolean fresh(Instant then) {
        return then.plus(FRESH).isAfter(state.now());
    }

    Optional<VercelDeployment> canary() {
        return state.active().map(release -> state.deployment(release.canary())).or(() -> pending(Track.CANARY));
    }

    Workload stable(Component component) {
        AliasRequest alias = state.alias;
        if (alias != null && alias.running()) {
            return workload(component, Track.STABLE, state.deployment(alias.to()), 0,
                    new Rollout.Waiting("the production domains are moving"));
        }
        if (alias != null && alias.status() == AliasRequest.Status.FAILED && fresh(alias.requestedAt())) {
            return workload(component, Track.STABLE, state.deployment(alias.to()), 0,
                    new Rollout.Broken("the production domains could not be moved"));
        }
        Optional<RollingRelease> completing = state.active().filter(release -> release.target() == 100);
        if (completing.isPresent()) {
            return workload(component, Track.STABLE, state.deployment(completing.get().canary()), 0,
                    new Rollout.Waiting("the last stage is being reached"));
        }
        return pending(Track.STABLE).filter(next -> next.state() != VercelDeployment.State.READY)
                .map(next -> building(component, next))
                .orElseGet(() -> workload(component, Track.STABLE, state.current(), 1, new Rollout.Done("in production")));
    }

    private Workload building(Component component, VercelDeployment next) {
        boolean failed = next.state() == VercelDeployment.State.ERROR;
        Rollout rollout = failed ? new Rollout.Broken(next.error()) : new Rollout.Waiting("the build is " + next.state());
        return workload(component, Track.STABLE, next, 0, rollout);
    }

    Workload canary(Component component) {
        return canary().map(next -> canary(component, next)).orElseGet(() -> new Workload(
                component.name(), Track.CANARY, Optional.empty(), "", 0, 0, 0, new Rollout.Done("there is no canary"),
                        state.now()));
    }

    private Workload canary(Component component, VercelDeployment next) {
        return switch (next.state()) {
            case READY -> workload(component, Track.CANARY, next, 1, new Rollout.Done("ready beside production"));
            case QUEUED, INITIALIZING, BUILDING -> workload(component, Track.CANARY, next, 0,
                    new Rollout.Waiting("the build is " + next.state()));
            case ERROR, CANCELED -> workload(component, Track.CANARY, next, 0, new Rollout.Broken(next.error()));
        };
    }

    private Workload workload(Component component, Track track, VercelDeployment deployment, int ready, Rollout rollout) {
        int updated = deployment.state() == VercelDeployment.State.READY ? 1 : 0;
        return new Workload(component.name(), track, Optional.of(artifact(deployment)), deployment.id(), 1, updated, ready,
                rollout, state.now());
    }
}
