package com.maily.console.core.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What of a release runs for one component. Immutable once built; a mutable tag is no artifact. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Artifact.Image.class, name = "image"),
        @JsonSubTypes.Type(value = Artifact.Build.class, name = "build")})
public sealed interface Artifact {

    /** The version people say, such as {@code v2.1.0}. */
    String version();

    /** A container image, for example {@code ghcr.io/maily/api:v2.1.0} or with {@code @sha256:…}. */
    record Image(String version, String reference) implements Artifact { }

    /**
     * A build that a hosting platform makes from a commit.
     *
     * @param commit the Git commit or tag it is built from
     */
    record Build(String version, String commit) implements Artifact { }
}
