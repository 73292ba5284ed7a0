package com.maily.console.desktop.shell;

import com.maily.console.core.model.Failure;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;

/** Short messages at the window's edge, for what happens out of view and for answers without a place of their own. */
public final class Toasts {
    private Toasts() {
    }

    public static void say(Node owner, String title, String text) {
        show(owner, State.DONE, title, text, 4);
    }

    public static void refuse(Node owner, Failure why) {
        show(owner, State.FAILED, why.what(), why.why() + "\n" + why.advice(), 12);
    }

    public static void show(Node owner, State state, String title, String text, int seconds) {
        if (owner.getScene() == null || owner.getScene().getWindow() == null || !owner.getScene().getWindow().isShowing()) {
            return;
        }
        Notifications.create().owner(owner.getScene().getWindow()).position(Pos.BOTTOM_RIGHT).title(title).text(text)
                .graphic(new StateGlyph(state, 24)).hideAfter(Duration.seconds(seconds)).show();
    }
}
