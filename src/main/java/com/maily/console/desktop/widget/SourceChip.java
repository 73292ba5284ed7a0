package com.maily.console.desktop.widget;

import com.maily.console.core.port.SourceState;
import com.maily.console.desktop.fx.Ages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Where a value comes from and how old it is: {@code Prometheus 2s}. */
public final class SourceChip extends HBox {
    private final Label name = Text.label("");
    private final AgeLabel age;

    public SourceChip(Ages ages) {
        age = new AgeLabel(ages);
        setSpacing(5);
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().setAll(name, age);
    }

    public void show(SourceState source) {
        name.setText(source.name());
        age.show(source);
    }
}
