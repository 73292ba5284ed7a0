package com.maily.console.desktop.rollback;

import com.maily.console.desktop.widget.HoldButton;
import java.util.function.BooleanSupplier;

/** The key that holds the button from any screen: the hold begins as soon as its plan can be seen. FX thread only. */
final class HeldKey {

    private final HoldButton button;
    private final BooleanSupplier seen;
    private boolean down;

    /** @param seen whether the plan that would be sent is on the screen and may be held */
    HeldKey(HoldButton button, BooleanSupplier seen) {
        this.button = button;
        this.seen = seen;
    }

    void hold(boolean nowDown) {
        down = nowDown;
        if (down) {
            look();
        } else {
            button.release();
        }
    }

    void letGo() {
        down = false;
        button.cancel();
    }

    /** Once for each time the key goes down: after a plan that changed under the finger it must be let go first. */
    void look() {
        if (down && seen.getAsBoolean()) {
            down = false;
            button.press();
        }
    }
}
