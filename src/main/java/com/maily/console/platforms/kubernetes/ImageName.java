package com.maily.console.platforms.kubernetes;

import com.maily.console.core.model.Artifact;
import java.util.Map;

/** Takes an image reference apart, and knows the version people say for it. */
record ImageName(String reference) {

    /** Written beside images whose reference does not say their version: {@code <version> <reference>}. */
    static final String VERSION = "maily.dev/version";
    private static final int SHORT_DIGEST = 12;

    /** {@code ghcr.io/maily/api} of {@code ghcr.io/maily/api:v2.1.0@sha256:…}. */
    String repository() {
        String name = reference.split("@", 2)[0];
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
    }

    /** The tag, or the beginning of the digest, or {@code latest}. */
    String version() {
        String name = reference.split("@", 2)[0];
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            return name.substring(colon + 1);
        }
        int digest = reference.indexOf("@sha256:");
        return digest < 0 ? "latest" : reference.substring(digest + 8, Math.min(reference.length(), digest + 8 + SHORT_DIGEST));
    }

    /** @param annotations of the object the image was found in */
    Artifact.Image artifact(Map<String, String> annotations) {
        String[] noted = annotations.getOrDefault(VERSION, "").split(" ", 2);
        return new Artifact.Image(noted.length == 2 && noted[1].equals(reference) ? noted[0] : version(), reference);
    }
}
