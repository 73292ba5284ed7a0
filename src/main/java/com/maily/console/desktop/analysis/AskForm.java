package com.maily.console.desktop.analysis;

import com.maily.console.core.model.FailureException;
import com.maily.console.core.sla.report.Window;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks about a window of one's own: the last minutes at one click, or any time in UTC. */
final class AskForm extends VBox {

    private static final List<String> PRESETS = List.of("10m", "30m", "1h", "6h");

    private final Ages ages;
    private final Consumer<Subject> ask;
    private final ComboBox<String> component = new ComboBox<>();
    private final MomentField from;
    private final MomentField to;
    private final Label trouble = Text.of("", "t-dense", "chart-error");

    AskForm(Ages ages, Consumer<Subject> ask) {
        super(8);
        this.ages = ages;
        this.ask = ask;
        from = new MomentField("From", ages.instant().minus(Duration.ofMinutes(30)));
        to = new MomentField("To", ages.instant());
        getStyleClass().addAll("card", "dense", "ask-form");
        component.setAccessibleText("Component to ask about");
        component.setMaxWidth(Double.MAX_VALUE);
        HBox presets = new HBox(6, Text.label("last"));
        presets.setAlignment(Pos.CENTER_LEFT);
        PRESETS.forEach(length -> {
            Button preset = Buttons.plain(length, () -> preset(Window.length(length)));
            preset.getStyleClass().add("small");
            preset.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(preset, Priority.ALWAYS);
            preset.setAccessibleText("Ask about the last " + length);
            presets.getChildren().add(preset);
        });
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        Button button = Buttons.plain("Ask the judge", () -> ask(() -> Window.of(from.moment(), to.moment(), ages.instant())));
        button.setId("ask-judge");
        button.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(Text.strong("Ask about another window"), component, presets, from, to, button,
                Text.visible(trouble, false));
        setMinHeight(USE_PREF_SIZE);
    }

    void show(List<String> components) {
        if (!component.getItems().equals(components)) {
            component.getItems().setAll(components);
        }
        if (component.getValue() == null && !components.isEmpty()) {
            component.setValue(components.getFirst());
        }
    }

    /** The fields then say what was asked for. */
    private void preset(Duration length) {
        Instant now = ages.instant();
        from.show(now.minus(length));
        to.show(now);
        ask(() -> Window.last(length, now));
    }

    private void ask(Supplier<Window> window) {
        try {
            String name = component.getValue();
            if (name != null) {
                ask.accept(new Subject.Asked(name, window.get()));
            }
            say("");
        } catch (FailureException e) {
            say(e.failure().sentence());
        }
    }

    private void say(String words) {
        trouble.setText(words);
        Text.visible(trouble, !words.isEmpty());
    }

    void focus() {
        component.requestFocus();
    }

    MomentField from() {
        return from;
    }

    MomentField to() {
        return to;
    }
}
