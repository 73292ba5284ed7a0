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
 * @param template  what its units are made from, as text to be compared, with secrets hidden; empty where the platform has none
 */
public record Revision(String identity, long number, Artifact artifact, Instant createdAt, String cause, boolean current,
                       boolean available, String template) {

    /** A revision of a platform whose units are made from nothing but the artifact. */
    public Revision(String identity, long number, Artifact artifact, Instant createdAt, String cause, boolean current,
                    boolean available) {
        this(identity, number, artifact, createdAt, cause, current, available, "");
    }

    /** As people say it: the platform's number, or else its identity. */
    public String name() {
        return number > 0 ? Long.toString(number) : identity;
    }
}
