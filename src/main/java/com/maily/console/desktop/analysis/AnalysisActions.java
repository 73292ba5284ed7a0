package com.maily.console.desktop.analysis;

/** What can be done on the analysis screen. */
interface AnalysisActions {

    void choose(Subject subject);

    /** Asks the same once more. */
    void askAgain();

    /** Writes the shown report to a file. */
    void export();
}
