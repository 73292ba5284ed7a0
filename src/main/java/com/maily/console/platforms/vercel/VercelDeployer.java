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
import com.maily.console.platforms.resilient.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deploys a component that is a Vercel project. Builds never take traffic by themselves; a stable deployment therefore waits for
 * its build inside {@link #deploy} before it asks for the production domains, while a canary is left ready for the router.
 */
public final class VercelDeployer implements Deployer {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration LONGEST_BUILD = Duration.ofMinutes(30);

    private final VercelClient client;
    private final Time time;
    private final Sleeper sleeper;
    /** Canaries that were scaled to nothing after they were built: Vercel keeps them, but nobody wants them. */
    private final Set<String> dismissed = ConcurrentHashMap.newKeySet();

    public VercelDeployer(VercelClient client, Time time, Sleeper sleeper) {
        this.client = client;
        this.time = time;
        this.sleeper = sleeper;
    }

    @Override
    public Workload observe(Component component, Track track) {
        VercelReading reading = reading(component);
        return switch (track) {
            case STABLE -> reading.stable(component, time.instant());
            case CANARY -> reading.canary(component, time.instant());
        };
    }

    private VercelReading reading(Component component) {
        VercelReading all = VercelReading.of(client, component);
        List<DeploymentInfo> wanted = all.deployments().stream().filter(d -> !dismissed.contains(d.id())).toList();
        return new VercelReading(all.project(), wanted, all.release(), client);
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
        if (!there) {
            client.create(component.targetName(), reading.project(), Track.CANARY, build);
        }
        return VercelCommands.build(build);
    }

    private String stable(Component component, VercelReading reading, Artifact.Build build) {
        boolean runs = reading.current().filter(d -> d.artifact().equals(build)).isPresent();
        if (runs && !reading.project().moving()) {
            return VercelCommands.inspect(reading.project().production());
        }
        DeploymentInfo wanted = reusable(reading, build)
                .orElseGet(() -> client.create(component.targetName(), reading.project(), Track.STABLE, build));
        if (!reading.project().movingTo(wanted.id())) {
            takeProduction(component, reading.project(), built(wanted).id());
        }
        return VercelCommands.build(build) + " && " + VercelCommands.promote(wanted.id());
    }

    /** The running canary before any other build: to promote it is what a rollout of it ends with. */
    private static Optional<DeploymentInfo> reusable(VercelReading reading, Artifact.Build build) {
        return reading.canary().filter(d -> d.artifact().equals(build) && !d.failed()).or(() -> reading.deployments().stream()
                .filter(d -> d.production() && d.artifact().equals(build) && !d.failed() && !d.canceled()).findFirst());
    }

    private DeploymentInfo built(DeploymentInfo deployment) {
        Instant deadline = time.instant().plus(LONGEST_BUILD);
        DeploymentInfo now = deployment;
        while (now.building()) {
            if (time.instant().isAfter(deadline)) {
                throw new FailureException(new Failure.TimedOut("Vercel did not finish the build of " + now.artifact().version(),
                        "It is still " + now.readyState() + " after " + LONGEST_BUILD.toMinutes() + " minutes.", "Look at its build log."));
            }
            sleeper.pause(LOOK);
            now = client.deployment(now.id());
        }
        if (!now.ready()) {
            throw new FailureException(new Failure.Rejected("Vercel could not build " + now.artifact().version(),
                    now.error().isEmpty() ? "The build is " + now.readyState() + "." : now.error() + ".",
                    "Read the log with: vercel inspect --logs " + now.id()));
        }
        return now;
    }

    /** Where the project has rolling releases, a promote would only start one. */
    private void takeProduction(Component component, ProjectInfo project, String deployment) {
        String name = component.targetName();
        Optional<ReleaseInfo> active = client.activeRelease(name);
        if (active.isEmpty() && client.stages(name).isEmpty()) {
            client.promote(project, deployment);
            return;
        }
        if (active.isEmpty()) {
            client.start(name, deployment);
        }
        client.complete(name, deployment);
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
        if (!there && !project.movingTo(to.identity())) {
            client.rollback(project, to.identity());
        }
        return VercelCommands.rollback(to.identity());
    }
}
