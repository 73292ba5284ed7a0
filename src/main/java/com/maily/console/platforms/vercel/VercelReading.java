package com.maily.console.platforms.vercel;

import com.maily.console.core.model.Component;
import com.maily.console.core.port.Track;
import com.maily.console.core.port.Workload;
import com.maily.console.core.port.Workload.Rollout;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look at a project, from which both tracks are told. Vercel knows no tracks: the stable one is what has the production
 * domains or is about to get them, the canary is the rolling release's, or a build marked for it that has not been overtaken.
 */
record VercelReading(ProjectInfo project, List<DeploymentInfo> deployments, Optional<ReleaseInfo> release, VercelClient client) {

    static VercelReading of(VercelClient client, Component component) {
        ProjectInfo project = client.project(component.targetName());
        return new VercelReading(project, client.deployments(project), client.activeRelease(component.targetName()), client);
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
                .filter(d -> !d.id().equals(project.production()))
                .filter(d -> d.createdAt().isAfter(production) && d.createdAt().isAfter(moved)).findFirst();
    }

    Workload stable(Component component, Instant at) {
        Optional<ProjectInfo.AliasJob> job = project.job();
        if (job.isPresent() && job.get().running()) {
            return told(component, Track.STABLE, deployment(job.get().to()), 0, new Rollout.Waiting("Vercel is moving the production domains."), at);
        }
        if (job.isPresent() && job.get().failed() && !job.get().to().equals(project.production())) {
            return told(component, Track.STABLE, deployment(job.get().to()), 0, new Rollout.Broken("Vercel could not move the production domains."), at);
        }
        Optional<DeploymentInfo> next = pending(Track.STABLE);
        return next.isPresent() ? told(component, Track.STABLE, next.get(), 0, coming(next.get()), at) : inProduction(component, at);
    }

    private Workload inProduction(Component component, Instant at) {
        String frozen = project.assigns() ? "" : " Since the last rollback Vercel promotes no new build by itself.";
        return current().map(now -> told(component, Track.STABLE, now, 1, new Rollout.Done("In production." + frozen), at))
                .orElseGet(() -> nothing(component, Track.STABLE, "Nothing is in production.", at));
    }

    Workload canary(Component component, Instant at) {
        return canary().map(next -> told(component, Track.CANARY, next, next.ready() ? 1 : 0,
                        next.ready() ? new Rollout.Done("Ready beside production.") : coming(next), at))
                .orElseGet(() -> nothing(component, Track.CANARY, "There is no canary.", at));
    }

    private static Rollout coming(DeploymentInfo next) {
        if (next.failed()) {
            return new Rollout.Broken(next.error().isEmpty() ? "The build is " + next.readyState() + "." : next.error());
        }
        return new Rollout.Waiting(next.ready() ? "Built; not yet in production." : "The build is " + next.readyState() + ".");
    }

    private static Workload told(Component component, Track track, DeploymentInfo deployment, int serving, Rollout rollout, Instant at) {
        return new Workload(component.name(), track, Optional.of(deployment.artifact()), deployment.id(), 1, deployment.ready() ? 1 : 0,
                serving, rollout, at);
    }

    private static Workload nothing(Component component, Track track, String message, Instant at) {
        return new Workload(component.name(), track, Optional.empty(), "", 0, 0, 0, new Rollout.Done(message), at);
    }
}
