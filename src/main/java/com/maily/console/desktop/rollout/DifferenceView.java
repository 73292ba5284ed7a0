package com.maily.console.desktop.rollout;

import com.maily.console.core.port.Manifests;
import com.maily.console.desktop.widget.Text;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What applying an object would change in it, line by line, before it is done. */
final class DifferenceView extends VBox {

    DifferenceView(Manifests.Difference difference) {
        super(1);
        getChildren().add(Text.of(difference.manifest().label() + (difference.absent() ? " would be made" : " would change"),
                "t-dense-strong"));
        difference.changes().forEach(change -> {
            line("-", change.path(), change.before(), "state-failed");
            line("+", change.path(), change.after(), "state-done");
        });
    }

    private void line(String sign, String path, String value, String colour) {
        if (!value.isEmpty()) {
            Label line = Text.of(sign + " " + path + ": " + value, "t-mono", "state-word", colour);
            line.setWrapText(true);
            getChildren().add(line);
        }
    }
}
