package com.maily.console.desktop.shell;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the parts of the window lie, and the edge that tells production from everything else. */
final class WindowFrame {

    private WindowFrame() { }

    static Region around(Node content, boolean production, Node top, Node left, Node bottom) {
        BorderPane window = new BorderPane(content);
        window.setTop(top);
        window.setLeft(left);
        window.setBottom(bottom);
        window.getStyleClass().add("shell");
        window.setMinSize(0, 0);
        Region space = new Region();
        space.setMinHeight(production ? 6 : 2);
        VBox framed = new VBox(space, window);
        VBox.setVgrow(window, Priority.ALWAYS);
        framed.getStyleClass().add("shell");
        return framed;
    }

    /** Lies above everything, scrim included, and lets the mouse through. */
    static Region edge(boolean production) {
        Region line = new Region();
        line.getStyleClass().add(production ? "hatch" : "hairline");
        line.setMaxWidth(Double.MAX_VALUE);
        Region rest = new Region();
        VBox.setVgrow(rest, Priority.ALWAYS);
        VBox frame = new VBox(line, rest);
        frame.setMouseTransparent(true);
        if (production) {
            frame.getStyleClass().add("frame");
        }
        return frame;
    }
}
