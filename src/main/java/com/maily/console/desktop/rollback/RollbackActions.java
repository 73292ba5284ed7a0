package com.maily.console.desktop.rollback;

import java.util.Optional;

/** What can be asked for on the rollback screen. Called on the FX thread; planning and sending happen elsewhere. */
interface RollbackActions {

    /** Somebody held the button to its end, looking at this plan. */
    void rollBack();

    /** Makes the plan and its preflight again; writes nothing. */
    void dryRun();

    void include(String component, boolean included);

    /** @param bundle empty for the previous one */
    void version(Optional<String> bundle);

    /** Shows the revisions a single component can be undone to. */
    void revisions();

    /** Stops after what already runs at the platforms. */
    void stop();
}
