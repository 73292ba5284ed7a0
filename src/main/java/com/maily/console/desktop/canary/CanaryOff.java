package com.maily.console.desktop.canary;

import com.maily.console.core.model.Move;
import com.maily.console.core.port.Rights;
import com.maily.console.desktop.widget.State;
import java.util.Optional;

/** Why buttons of a canary card are off, in words to stand beside them. */
final class CanaryOff {

    private CanaryOff() { }

    /** Which right is missing, once for all the buttons that want it. */
    static String denied(CanaryCard card) {
        return card.running() || card.noWayBack().isPresent() ? card.noWayBack().or(() -> Optional.ofNullable(card.denied()
                .get(Rights.Action.SHIFT))).map(why -> " " + why.what() + ": " + why.why()).orElse("") : "";
    }

    /** An off button has its reason beside it. */
    static String promote(CanaryCard card) {
        if (card.denied().containsKey(Rights.Action.SHIFT)) {
            return "";
        }
        boolean shown = card.running() && !card.paused() && (card.state() == State.HELD || card.state() == State.FAILED);
        String why = card.obstacles().getOrDefault(Move.PROMOTE, "");
        return !shown || why.isEmpty() ? "" : " Promote is off: " + (why.startsWith("it is held") ? "it is held" : why) + ".";
    }
}
