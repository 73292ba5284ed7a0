package com.maily.console.desktop.journal;

/** What can be asked for on the journal screen. Called on the FX thread; reading the file happens elsewhere. */
interface JournalActions {

    void filter(JournalFilter filter);

    /** The end of the list was reached and there is more. */
    void older();

    void verify();

    void export();
}
