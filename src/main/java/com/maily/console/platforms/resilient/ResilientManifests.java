package com.maily.console.platforms.resilient;

import com.maily.console.core.model.Manifest;
import com.maily.console.core.port.Manifests;

/** Objects over a connection that fails now and then. */
public record ResilientManifests(Manifests inner, Connection connection) implements Manifests {

    @Override
    public Difference compare(Manifest manifest) {
        return connection.read(() -> inner.compare(manifest));
    }

    @Override
    public String apply(Manifest manifest) {
        return connection.write(() -> inner.apply(manifest));
    }
}
