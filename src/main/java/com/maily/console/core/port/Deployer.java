package com.maily.console.core.port;

import com.maily.console.core.model.Artifact;
import com.maily.console.core.model.Component;
import java.util.List;

/**
 * Makes components run artifacts, on one platform of one environment. Writes return when the platform has accepted them; whether
 * they took effect is only known by {@link #observe}. Each write is idempotent: asked for what already is, it sends nothing.
 */
public interface Deployer {

    /** What the platform says now. A canary that does not exist is a workload without an artifact and 0 wanted. */
    Workload observe(Component component, Track track);

    /** Tells the platform to run {@code artifact} there. @return the equivalent command, copyable */
    String deploy(Component component, Track track, Artifact artifact);

    /**
     * Asks for {@code units} units on the track. Platforms that do not count do nothing.
     *
     * @return the equivalent command, empty when nothing was to be done
     */
    String scale(Component component, Track track, int units);

    /** What it could go back to, newest first, the current one included. */
    List<Revision> history(Component component);

    /**
     * Goes back to a revision of {@link #history}, the way the platform itself does it ({@code kubectl rollout undo}, Vercel
     * instant rollback).
     *
     * @return the equivalent command
     */
    String undo(Component component, Revision to);

    /** What forbids going back to {@code to} now, or should be known before. Reads only. */
    default List<Caution> cautions(Component component, Revision to) {
        return List.of();
    }

    /** What {@link #undo} would be as a command. Sends nothing; empty when the platform has no such command. */
    default String undoCommand(Component component, Revision to) {
        return "";
    }
}
