package com.maily.console.desktop.rollout;

import java.net.URI;

/** What a person can do on the rollout screen; the view calls it, the screen sends it on. */
interface RolloutActions {
    void select(String step);

    void pause();

    void resume();

    void retry(String step);

    void skip(String step, String reason);

    void answer(String step, boolean approved, String reason);

    void rollBack(String component);

    void copyCommand(String step);

    void watchLog(String pod);

    /** Opens a page of another tool. */
    void open(URI page);

    /** Opens the search of what the selected step's component or job wrote. */
    void searchLogs();
}
