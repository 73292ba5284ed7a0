package com.maily.console.desktop.widget;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars where content will be; they stand still. */
public final class Skeleton extends VBox {
    public Skeleton(int lines) {
        super(8);
        setAccessibleText("Loading");
        for (int line = 0; line < lines; line++) {
            Region bar = new Region();
            bar.getStyleClass().add("skeleton");
            bar.setMinHeight(8);
            bar.setPrefWidth(line % 2 == 0 ? 220 : 140);
            bar.setMaxWidth(Region.USE_PREF_SIZE);
            getChildren().add(bar);
        }
    }
}
