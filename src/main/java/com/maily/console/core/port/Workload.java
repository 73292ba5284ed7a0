package com.maily.console.core.port;

import com.maily.console.core.model.Artifact;
import java.time.Instant;
import java.util.Optional;

/**
 * What a platform says of one component on one track, read back, never assumed.
 *
 * @param artifact what it is told to run; empty when there is nothing (no canary)
 * @param identity what distinguishes this revision for ever (ReplicaSet UID, Vercel deployment id); empty when unknown
 * @param wanted   units asked for (pods); 0 or 1 on platforms that do not count
 * @param updated  units of the wanted revision
 * @param ready    units of the wanted revision that take traffic
 * @param rollout  whether the platform has finished making it so
 */
public record Workload(String component, Track track, Optional<Artifact> artifact, String identity, int wanted, int updated,
                       int ready, Rollout rollout, Instant observedAt) {

    /** The state of a rollout in the platform's own words, as {@code kubectl rollout status} computes it. */
    public sealed interface Rollout {
        record Done(String message) implements Rollout { }
        record Waiting(String message) implements Rollout { }
        record Broken(String message) implements Rollout { }
    }

    public boolean runs(Artifact wantedArtifact) {
        return artifact.filter(wantedArtifact::equals).isPresent();
    }

    public boolean done() {
        return rollout instanceof Rollout.Done;
    }
}
