package com.maily.console.platforms.vercel;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.core.port.Workload.Rollout;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look at a project, from which both tracks are told. Vercel knows no tracks: the stable one is what has the production
 * domains or is about to get them, the canary is the rolling release's, or a build marked for it that has not been overtaken.
 */
record VercelReading(ProjectInfo project, List<DeploymentInfo> deployments, Optional<ReleaseInfo> release, VercelClient client,
        Instant at) {

    /** How long a failure is told; after that it is history, and asking for the same again starts afresh. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    static VercelReading of(VercelClient client, Component component, Instant at) {
        ProjectInfo project = client.project(component.targetName());
        return new VercelReading(project, client.deployments(project), client.activeRelease(component.targetName()), client, at);
    }

    private boolean fresh(Instant then) {
        return then.plus(FRESH).isAfter(at);
    }

    DeploymentInfo deployment(String id) {
        return deployments.stream().filter(d -> d.id().equals(id)).findFirst().orElseGet(() -> client.deployment(id));
    }

    Optional<DeploymentInfo> current() {
        return project.production().isEmpty() ? Optional.empty() : Optional.of(deployment(project.production()));
    }

    Optional<DeploymentInfo> canary() {
        return release.isPresent() ? release.map(active -> deployment(active.canary())) : pending(Track.CANARY);
    }

    /** A marked build newer than what is in production and than the last promote or rollback, both in Vercel's own time. */
    Optional<DeploymentInfo> pending(Track track) {
        Instant production = current().map(DeploymentInfo::createdAt).orElse(Instant.MIN);
        Instant moved = project.job().map(ProjectInfo.AliasJob::requestedAt).orElse(Instant.MIN);
        return deployments.stream().filter(d -> d.of(track) && d.staged() && !d.canceled())
                .filter(d -> !d.failed() || fresh(d.createdAt()))
                .filter(d -> !d.id().equals(project.production()))
                .filter(d -> d.createdAt().isAfter(production) && d.createdAt().isAfter(moved)).findFirst();
    }

    /**
     * What the production domains are told. A stable build counts while it is made; once it is built, nobody has told Vercel to
     * use it until it is promoted, so then what is in production is told, and whoever wants the build in production asks again.
     */
    Workload stable(Component component) {
        Optional<ProjectInfo.AliasJob> job = project.job();
        if (job.isPresent() && job.get().running()) {
            return told(component, Track.STABLE, deployment(job.get().to()), 0,
                    new Rollout.Waiting("Vercel is moving the production domains"));
        }
        if (job.isPresent() && job.get().failed() && fresh(job.get().requestedAt())
                && !job.get().to().equals(project.production())) {
            return told(component, Track.STABLE, deployment(job.get().to()), 0,
                    new Rollout.Broken("Vercel could not move the production domains"));
        }
        Optional<ReleaseInfo> completing = release.filter(active -> active.target().isFull());
        if (completing.isPresent()) {
            return told(component, Track.STABLE, deployment(completing.get().canary()), 0,
                    new Rollout.Waiting("the rolling release is being completed"));
        }
        return pending(Track.STABLE).filter(next -> !next.ready())
                .map(next -> told(component, Track.STABLE, next, 0, coming(next)))
                .orElseGet(() -> inProduction(component));
    }

    private Workload inProduction(Component component) {
        String frozen = project.assigns() ? "" : "; since the last rollback Vercel promotes no new build by itself";
        return current().map(now -> told(component, Track.STABLE, now, 1, new Rollout.Done("in production" + frozen)))
                .orElseGet(() -> nothing(component, Track.STABLE, "nothing is in production"));
    }

    Workload canary(Component component) {
        return canary().map(next -> told(component, Track.CANARY, next, next.ready() ? 1 : 0,
                        next.ready() ? new Rollout.Done("ready beside production") : coming(next)))
                .orElseGet(() -> nothing(component, Track.CANARY, "there is no canary"));
    }

    private static Rollout coming(DeploymentInfo next) {
        if (next.failed()) {
            return new Rollout.Broken(next.error().isEmpty() ? "the build is " + next.readyState() : next.error());
        }
        return new Rollout.Waiting("the build is " + next.readyState());
    }

    private Workload told(Component component, Track track, DeploymentInfo deployment, int serving, Rollout rollout) {
        return new Workload(component.name(), track, Optional.of(deployment.artifact()), deployment.id(), 1,
                deployment.ready() ? 1 : 0, serving, rollout, at);
    }

    private Workload nothing(Component component, Track track, String message) {
        return new Workload(component.name(), track, Optional.empty(), "", 0, 0, 0, new Rollout.Done(message), at);
    }
}
