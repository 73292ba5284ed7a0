package com.maily.console.core.port;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import java.time.Duration;

/**
 * What the contract needs from the world behind a GitOps port: one component that runs what Git wants, with an entry before it
 * in the history, its application's automatic syncing on with self-heal. Each test gets a fresh one and closes it.
 */
public interface GitOpsHarness extends AutoCloseable {

    Component component();

    /** A component that no application owns. */
    Component unowned();

    String application();

    /** What runs and what Git wants when the test starts. */
    Artifact running();

    /** What ran before. */
    Artifact earlier();

    GitOps gitOps();

    /** Somebody pushes a commit that wants this version. */
    void commit(String version);

    /** Somebody changes what runs, past the controller: {@code kubectl set image}. */
    void changeByHand(Artifact artifact);

    /** What runs now, asked past the port. */
    Artifact runs();

    void pass(Duration time);

    @Override
    void close();
}
