package com.maily.console.core.port;

import com.maily.console.core.model.Artifact;
import java.time.Instant;

/**
 * An earlier state a component can go back to.
 *
 * @param identity  survives renumbering: a ReplicaSet's UID, a Vercel deployment id
 * @param number    the platform's own revision number, 0 where it has none
 * @param cause     the recorded reason, empty when none
 * @param available whether the platform can still go there (images and ReplicaSet kept, deployment eligible)
 */
public record Revision(String identity, long number, Artifact artifact, Instant createdAt, String cause, boolean current,
                       boolean available) { }
