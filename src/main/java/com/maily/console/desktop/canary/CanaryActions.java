package com.maily.console.desktop.canary;

import com.maily.console.core.model.Weight;

/**
 * What can be asked for on the canary screen. Called on the FX thread; whoever implements it leaves that thread before asking.
 */
interface CanaryActions {

    /** Moves the traffic now. Lowering it holds the canary where it then is. */
    void shift(CanaryCard card, Weight to);

    /** Moves the traffic once, when the present weight has passed. */
    void queue(CanaryCard card, Weight to);

    void unqueue(CanaryCard card);

    /** Ends the run and makes the component run the old version again. */
    void rollBack(CanaryCard card);

    /** Approving goes to the queued weight, if there is one. */
    void answer(CanaryCard card, boolean approved);

    void pause();

    void resume();

    /** @param step the held or failed canary's */
    void retry(String step);
}
