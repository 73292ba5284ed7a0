package com.maily.console.platforms.workspace;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells an image that will always be the same one from a name that may mean another tomorrow. */
final class ImageReference {

    private static final Set<String> MUTABLE = Set.of("latest", "prod", "production", "staging", "stable", "canary", "main",
            "master", "dev", "develop", "edge", "nightly", "current", "release");

    private ImageReference() { }

    /** What is wrong with it, empty when nothing is. */
    static Optional<String> fault(String reference) {
        String image = reference.substring(reference.lastIndexOf('/') + 1);
        if (image.contains("@sha256:")) {
            return Optional.empty();
        }
        if (!image.contains(":") || image.endsWith(":")) {
            return Optional.of("has no tag, which means latest; expected a version tag or a @sha256 digest");
        }
        String tag = image.substring(image.indexOf(':') + 1);
        return MUTABLE.contains(tag.toLowerCase(Locale.ROOT))
                ? Optional.of("has the tag '" + tag + "', which can change; expected a version tag or a @sha256 digest")
                : Optional.empty();
    }
}
