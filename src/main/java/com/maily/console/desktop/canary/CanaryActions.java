package com.maily.console.desktop.canary;

import com.maily.console.core.model.Weight;

/** What can be asked for on the canary screen. Called on the FX thread; whoever implements it leaves that thread before asking. */
interface CanaryActions {

    void shift(CanaryCard card, Weight to);

    /** Takes the component's traffic off the canary and makes it run the old version again. */
    void abort(CanaryCard card);

    void answer(CanaryCard card, boolean approved);

    void pause();

    void resume();

    /** @param step the held or failed canary's */
    void retry(String step);
}
