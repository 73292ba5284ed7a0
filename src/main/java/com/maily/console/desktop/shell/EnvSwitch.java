package com.maily.console.desktop.shell;

import com.maily.console.core.model.Environment;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.Tag;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which environment is on screen. Going to production takes a hold, leaving it does not. */
final class EnvSwitch extends HBox {
    EnvSwitch(List<Environment> environments, Environment present, Consumer<String> switchTo) {
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(4);
        setMinWidth(Region.USE_PREF_SIZE);
        environments.forEach(environment -> getChildren().add(segment(environment, environment.equals(present), switchTo)));
        setAccessibleText("Environment: " + present.name());
    }

    /** Goes to the first environment one can switch to. */
    void focus() {
        getChildren().stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
    }

    private static Node segment(Environment environment, boolean present, Consumer<String> switchTo) {
        String name = environment.name().substring(0, 1).toUpperCase(Locale.ROOT) + environment.name().substring(1);
        if (present) {
            return presentSegment(environment, name);
        }
        if (environment.production()) {
            HoldButton hold = new HoldButton(name, "fth-alert-triangle", Duration.ofSeconds(1), () ->
                    switchTo.accept(environment.name()))
                    .neutral();
            hold.getStyleClass().add("segment");
            hold.setId("to-" + environment.name());
            hold.setMinWidth(210);
            return hold;
        }
        Button button = Buttons.plain(name, () -> switchTo.accept(environment.name()));
        button.getStyleClass().add("segment");
        button.setId("to-" + environment.name());
        return button;
    }

    private static Node presentSegment(Environment environment, String name) {
        Label label = Text.of(environment.production() ? environment.name().toUpperCase(Locale.ROOT) : name, "segment",
                "present");
        if (environment.production()) {
            label.getStyleClass().add("production");
            label.setGraphic(Text.icon("fth-alert-triangle", 15));
        }
        return guarded(label, environment);
    }

    /** With a word on what keeps people from changing it by mistake. */
    private static Node guarded(Label label, Environment environment) {
        String guard = environment.readOnly() ? "read-only" : environment.protect() ? "protected" : "";
        if (guard.isEmpty()) {
            return label;
        }
        Tag tag = new Tag(guard);
        tag.setId("guard");
        tag.setAccessibleText(environment.name() + " is " + guard);
        HBox pair = new HBox(6, label, tag);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }
}
