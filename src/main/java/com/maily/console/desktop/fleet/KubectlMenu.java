package com.maily.console.desktop.fleet;

import com.maily.console.desktop.widget.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The commands that would do the same; choosing one copies it. */
final class KubectlMenu extends MenuButton {

    private static final Duration TOLD = Duration.seconds(2);

    private final PauseTransition back = new PauseTransition(TOLD);
    private Map<String, String> commands = Map.of();

    KubectlMenu() {
        setText("kubectl");
        setGraphic(Text.icon("fth-terminal", 14));
        getStyleClass().addAll("small", "quiet-menu");
        setAccessibleText("Equivalent kubectl commands, to be copied");
        setMinWidth(USE_PREF_SIZE);
        back.setOnFinished(_ -> setText("kubectl"));
    }

    void show(Map<String, String> newest) {
        if (newest.equals(commands)) {
            return;
        }
        commands = new LinkedHashMap<>(newest);
        setDisable(commands.isEmpty());
        getItems().setAll(commands.entrySet().stream().map(entry -> item(entry.getKey(), entry.getValue())).toList());
    }

    private CustomMenuItem item(String action, String command) {
        Label line = Text.of(command, "t-mono-small");
        line.setMaxWidth(720);
        line.setWrapText(true);
        CustomMenuItem item = new CustomMenuItem(new VBox(1, Text.of(action, "t-dense-strong"), line));
        item.setOnAction(_ -> copy(command));
        return item;
    }

    /** Copies the first one: what the screen itself shows. */
    void copy() {
        commands.values().stream().findFirst().ifPresent(this::copy);
    }

    private void copy(String command) {
        ClipboardContent content = new ClipboardContent();
        content.putString(command);
        Clipboard.getSystemClipboard().setContent(content);
        setText("copied");
        back.playFromStart();
    }
}
