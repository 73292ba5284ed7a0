package com.maily.console.platforms.vercel;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import com.maily.console.core.model.Failure;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.port.Deployer;
import com.maily.console.core.port.Revision;
import com.maily.console.core.port.Time;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deploys a component that is a Vercel project. Builds never take traffic by themselves, so a stable deployment takes two
 * requests: the first {@link #deploy} starts the build, and once it is ready {@link #observe} tells production's version again
 * and the second gives it the production domains. A canary is left ready for the router.
 */
public final class VercelDeployer implements Deployer {

    private final VercelClient client;
    private final Time time;
    /** Canaries that were scaled to nothing after they were built: Vercel keeps them, but nobody wants them. */
    private final Set<String> dismissed = ConcurrentHashMap.newKeySet();

    public VercelDeployer(VercelClient client, Time time) {
        this.client = client;
        this.time = time;
    }

    @Override
    public Workload observe(Component component, Track track) {
        VercelReading reading = reading(component);
        return switch (track) {
            case STABLE -> reading.stable(component);
            case CANARY -> reading.canary(component);
        };
    }

    private VercelReading reading(Component component) {
        VercelReading all = VercelReading.of(client, component, time.instant());
        List<DeploymentInfo> wanted = all.deployments().stream().filter(d -> !dismissed.contains(d.id())).toList();
        return new VercelReading(all.project(), wanted, all.release(), client, all.at());
    }

    @Override
    public String deploy(Component component, Track track, Artifact artifact) {
        if (!(artifact instanceof Artifact.Build build)) {
            throw new FailureException(new Failure.Rejected("Vercel cannot run " + artifact.version() + " of " + component.name(),
                    "The release names an image for it, and Vercel builds from Git.", "Give it a build in the workspace file."));
        }
        return switch (track) {
            case STABLE -> stable(component, reading(component), build);
            case CANARY -> canary(component, reading(component), build);
        };
    }

    private String canary(Component component, VercelReading reading, Artifact.Build build) {
        boolean there = reading.canary().filter(d -> d.artifact().equals(build) && !d.failed()).isPresent();
        return there ? "" : create(component, reading, Track.CANARY, build);
    }

    private String create(Component component, VercelReading reading, Track track, Artifact.Build build) {
        client.create(component.targetName(), reading.project(), track, build);
        return VercelCommands.build(build);
    }

    private String stable(Component component, VercelReading reading, Artifact.Build build) {
        boolean runs = reading.current().filter(d -> d.artifact().equals(build)).isPresent();
        if (runs && !reading.project().moving()) {
            return "";
        }
        Optional<DeploymentInfo> made = reusable(reading, build);
        if (made.isEmpty()) {
            return create(component, reading, Track.STABLE, build);
        }
        boolean nothingToDo = made.get().building() || reading.project().movingTo(made.get().id());
        return nothingToDo ? "" : takeProduction(component, reading, made.get().id());
    }

    /** The running canary before any other build: to promote it is what a rollout of it ends with. */
    private static Optional<DeploymentInfo> reusable(VercelReading reading, Artifact.Build build) {
        return reading.canary().filter(d -> d.artifact().equals(build) && !d.failed()).or(() -> reading.deployments().stream()
                .filter(d -> d.production() && d.artifact().equals(build) && !d.failed() && !d.canceled()).findFirst());
    }

    /** Where the project has rolling releases, a promote would only start one. */
    private String takeProduction(Component component, VercelReading reading, String deployment) {
        String project = component.targetName();
        if (reading.release().isEmpty() && client.stages(project).isEmpty()) {
            client.promote(reading.project(), deployment);
            return VercelCommands.promote(deployment);
        }
        if (reading.release().isEmpty()) {
            client.start(project, deployment);
        }
        client.complete(project, deployment);
        return VercelCommands.complete(deployment);
    }

    /** Vercel does not count units; none at all means that a canary nobody wants any more is stopped or forgotten. */
    @Override
    public String scale(Component component, Track track, int units) {
        if (track == Track.STABLE || units > 0) {
            return "";
        }
        VercelReading reading = reading(component);
        Optional<DeploymentInfo> idle = reading.release().isPresent() ? Optional.empty() : reading.pending(Track.CANARY);
        idle.ifPresent(this::dismiss);
        return idle.filter(DeploymentInfo::building).map(d -> VercelCommands.cancel(d.id())).orElse("");
    }

    private void dismiss(DeploymentInfo deployment) {
        if (deployment.building()) {
            client.cancel(deployment.id());
        }
        dismissed.add(deployment.id());
    }

    @Override
    public List<Revision> history(Component component) {
        ProjectInfo project = client.project(component.targetName());
        return client.deployments(project).stream().filter(DeploymentInfo::ready).map(d -> revision(project, d))
                .sorted(Comparator.comparing(Revision::createdAt).reversed()).toList();
    }

    private static Revision revision(ProjectInfo project, DeploymentInfo deployment) {
        boolean current = deployment.id().equals(project.production());
        return new Revision(deployment.id(), 0, deployment.artifact(), deployment.createdAt(), "", current,
                current || deployment.rollbackCandidate());
    }

    /** Instant rollback. It ends a rolling release too, which is also the only way to abort one. */
    @Override
    public String undo(Component component, Revision to) {
        ProjectInfo project = client.project(component.targetName());
        boolean there = to.identity().equals(project.production()) && !project.moving()
                && client.activeRelease(component.targetName()).isEmpty();
        if (there || project.movingTo(to.identity())) {
            return "";
        }
        client.rollback(project, to.identity());
        return VercelCommands.rollback(to.identity());
    }

    @Override
    public String undoCommand(Component component, Revision to) {
        return VercelCommands.rollback(to.identity());
    }
}
