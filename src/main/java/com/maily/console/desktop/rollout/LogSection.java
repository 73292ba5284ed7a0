package com.maily.console.desktop.rollout;

import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.LogTail;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The live log of a pod, or the journal's lines of the step when it has none. */
final class LogSection extends VBox {
    private final LogTail tail = new LogTail();
    private final Label name = Text.label("Live log");
    private final Tag state = new Tag("following");
    private final Button follow = Buttons.quiet("follow", () -> tail.following().set(true));

    LogSection() {
        getStyleClass().add("well");
        HBox head = new HBox(8, name, state, follow, Text.gap());
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(8, 16, 4, 16));
        follow.getStyleClass().add("small");
        tail.following().addListener((_, _, follows) -> showFollowing(follows));
        showFollowing(true);
        tail.setMinHeight(56);
        tail.setPrefHeight(120);
        VBox.setVgrow(tail, Priority.ALWAYS);
        getChildren().setAll(head, tail);
    }

    void show(String source, List<String> lines) {
        name.setText(source);
        tail.show(lines.isEmpty() ? List.of("nothing logged yet") : lines);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        tail.resize(tail.getWidth(), LogTail.wholeRows(tail.getHeight()));
    }

    private void showFollowing(boolean follows) {
        Text.visible(state, follows);
        Text.visible(follow, !follows);
    }
}
