package com.maily.console.core.engine;

import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Workspace;
import com.maily.console.core.port.Platforms;
import com.maily.console.core.port.Time;

/** The service layer as both doors see it, desktop and command line: what is there, what may be commanded, what has happened. */
public interface Console extends AutoCloseable {

    Workspace workspace();

    Commands commands();

    Journal journal();

    /** @throws com.maily.console.core.model.FailureException {@code Missing} for an environment the workspace does not name */
    Platforms platforms(String environment);

    Time time();

    @Override
    void close();
}
