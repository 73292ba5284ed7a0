package com.maily.console.cli;

import com.maily.console.core.engine.Console;
import com.maily.console.core.journal.Journal;
import com.maily.console.core.model.Environment;
import com.maily.console.core.model.FailureException;
import com.maily.console.core.model.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the command line needs to have opened for it; the composition root provides it. */
public interface Services {

    /** Which files to work on; an absent one means the usual place. */
    record Files(Optional<Path> workspace, Optional<Path> journal) { }

    /**
     * Reads the workspace file and opens nothing. @throws FailureException when it makes no sense
     */
    Workspace workspace(Files files);

    /** Opens everything, the journal for writing. The caller closes it. */
    Console open(Files files);

    /** Opens everything with a journal that can only be read. */
    Console openReadOnly(Files files);

    /** Opens the journal alone, for reading. */
    Journal openJournal(Files files);

    List<String> scenarios();

    /** A sandbox that keeps running until it is closed. */
    interface RunningSandbox extends AutoCloseable {
        Path kubeconfig();

        Path workspace();

        Path journal();

        /** The production environment with the endpoints of the sandbox's faces. */
        Environment production();

        /** From now on that region's cluster can't be reached, or can again. */
        void cutOff(String region, boolean cut);

        @Override
        void close();
    }

    /** @param regions of production, each with a cluster of its own; empty for one cluster */
    RunningSandbox sandbox(String scenario, long seed, double rate, Path folder, List<String> regions);

    /** A drill that was played: its journal, how it ended, and whether the end was verified. */
    record DrillResult(Journal journal, boolean verified, String summary) { }

    DrillResult drill(String scenario, long seed);
}
