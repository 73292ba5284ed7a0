package com.maily.console.sandbox.vercel;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deploys the sandbox's frontend without a wire in between: what drills and rehearsals use. */
public final class SandboxVercelDeployer implements Deployer {

    private final VercelWorld world;

    public SandboxVercelDeployer(VercelWorld world) {
        this.world = world;
    }

    @Override
    public Workload observe(Component component, Track track) {
        return world.read(state -> switch (track) {
            case STABLE -> new Readout(state).stable(component);
            case CANARY -> new Readout(state).canary(component);
        });
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        if (!(artifact instanceof Artifact.Build build)) {
            throw InMemory.rejected("Vercel cannot run " + artifact.version(), "It is not a build from Git.",
                    "Correct the release.");
        }
        return InMemory.ask(() -> world.read(state -> switch (track) {
            case STABLE -> stable(new Readout(state), build);
            case CANARY -> canary(new Readout(state), build);
        }));
    }

    private String stable(Readout readout, Artifact.Build build) {
        if (runs(readout.state().current(), build)) {
            return "";
        }
        Optional<VercelDeployment> made = readout.canary().or(() -> readout.pending(Track.STABLE)).filter(d -> runs(d, build))
                .or(() -> built(readout.state(), build));
        if (made.filter(d -> d.state() != VercelDeployment.State.ERROR).isEmpty()) {
            return create(build, Track.STABLE);
        }
        return made.get().unfinished() ? "" : release(made.get().id());
    }

    private String canary(Readout readout, Artifact.Build build) {
        boolean there = readout.canary().filter(d -> runs(d, build) && d.state() != VercelDeployment.State.ERROR).isPresent();
        return there ? "" : create(build, Track.CANARY);
    }

    /** Takes a built deployment into production, through a rolling release where the project demands one. */
    private String release(String id) {
        boolean rolling = world.read(state -> state.rollingReleases);
        if (!rolling) {
            world.promote(id);
            return "vercel promote " + id;
        }
        if (world.read(VercelState::active).isEmpty()) {
            world.startRolling(id);
        }
        world.completeRolling(id);
        return "vercel rolling-release complete --dpl=" + id;
    }

    private String create(Artifact.Build build, Track track) {
        world.create(build.version(), "", "production", Map.of(Readout.TRACK, track.key(), Readout.COMMIT, build.commit()),
                false);
        return "git checkout " + build.commit() + " && vercel deploy --prod --skip-domain";
    }

    /** Vercel does not count units; none at all means that a build nobody wants any more is stopped. */
    @Override
    public String scale(Component component, Track track, int units) {
        if (track == Track.STABLE || units > 0) {
            return "";
        }
        return InMemory.ask(() -> world.read(state -> {
            Optional<VercelDeployment> idle = state.active().isPresent() ? Optional.empty()
                    : new Readout(state).pending(Track.CANARY);
            idle.ifPresent(this::dismiss);
            return idle.map(deployment -> "vercel remove " + deployment.id()).orElse("");
        }));
    }

    private void dismiss(VercelDeployment deployment) {
        world.read(state -> state.deployments.remove(deployment.id()));
    }

    @Override
    public List<Revision> history(Component component) {
        return world.read(state -> state.newestFirst().stream().filter(VercelDeployment::production)
                .filter(deployment -> deployment.state() == VercelDeployment.State.READY)
                .map(deployment -> revision(state, deployment)).sorted(Comparator.comparing(Revision::createdAt).reversed())
                .toList());
    }

    private static Revision revision(VercelState state, VercelDeployment deployment) {
        boolean current = deployment.id().equals(state.production);
        Instant createdAt = deployment.createdAt();
        return new Revision(deployment.id(), 0, Readout.artifact(deployment), createdAt, "", current,
                current || state.rollbackCandidate(deployment));
    }

    @Override
    public String undo(Component component, Revision to) {
        return InMemory.ask(() -> world.read(state -> {
            boolean moving = state.alias != null && state.alias.running();
            boolean there = moving ? state.alias.to().equals(to.identity())
                    : to.identity().equals(state.production) && state.active().isEmpty();
            if (there) {
                return "";
            }
            world.rollback(to.identity());
            return "vercel rollback " + to.identity();
        }));
    }

    private static boolean runs(VercelDeployment deployment, Artifact.Build build) {
        return Readout.artifact(deployment).equals(build);
    }

    private static Optional<VercelDeployment> built(VercelState state, Artifact.Build build) {
        return state.newestFirst().stream().filter(VercelDeployment::production)
                .filter(deployment -> deployment.state() == VercelDeployment.State.READY && runs(deployment, build)).findFirst();
    }
}
