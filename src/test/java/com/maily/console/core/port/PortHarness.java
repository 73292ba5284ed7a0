package com.maily.console.core.port;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import java.time.Duration;

/**
 * What a port contract needs from the world behind an adapter: one component that runs {@link #running} and has run
 * {@link #earlier} before, no canary, and a way to let time pass. Each test gets a fresh one and closes it.
 */
public interface PortHarness extends AutoCloseable {

    Component component();

    /** What the stable track runs, fully rolled out, when the test starts. */
    Artifact running();

    /** What it ran before; still in its history. */
    Artifact earlier();

    /** A version never seen before that comes up without trouble. */
    Artifact next();

    Deployer deployer();

    /** Whether a canary can stand beside the component at all. */
    default boolean hasCanary() {
        return true;
    }

    /** Lets {@code time} of the world's clock pass; over the wire this may be a wait of the same or a faster clock. */
    void pass(Duration time);

    @Override
    void close();
}
