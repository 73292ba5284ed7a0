package com.maily.console.desktop.canary;

import com.maily.console.desktop.widget.HoldButton;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The two columns of one component that is switched, and the button that switches it. */
final class BlueGreenView extends VBox {

    private static final Duration HOLD = Duration.ofMillis(1_500);

    private final Label title = Text.strong("");
    private final Label state = Text.label("");
    private final HBox columns = new HBox(24);
    private final Label leaving = Text.dense("");
    private final Label blocked = Text.dense("");
    private final HoldButton hold;
    private BlueGreenModel shown;

    /** @param onSwitch is given what was shown when the button was held */
    BlueGreenView(BlueGreenModel first, Consumer<BlueGreenModel> onSwitch) {
        super(8);
        getStyleClass().add("card");
        shown = first;
        hold = new HoldButton("Switch", "fth-repeat", HOLD, () -> onSwitch.accept(shown)).neutral();
        HBox head = new HBox(8, title, Text.label("blue/green"), Text.gap(), state);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, columns, leaving, hold, blocked);
        show(first);
    }

    void show(BlueGreenModel model) {
        shown = model;
        title.setText(model.component());
        state.setText(model.state());
        columns.getChildren().setAll(column(model.active(), State.DONE));
        model.beside().ifPresent(side -> columns.getChildren().add(column(side, State.QUEUED)));
        say(leaving, model.leaving());
        hold.show(model.button(), HOLD);
        hold.setDisable(!model.blocked().isEmpty());
        say(blocked, model.blocked());
    }

    private static VBox column(BlueGreenModel.Column side, State state) {
        HBox head = new HBox(6, new StateGlyph(state, 13), Text.label(side.title()));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox column = new VBox(4, head, Text.of(side.version(), "t-mono", "tile-value"), Text.dense(side.pods()),
                Text.of(side.revision(), "t-mono-small"));
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        column.setAccessibleText(side.title() + " " + side.version() + ", " + side.pods());
        return column;
    }

    private static void say(Label label, String text) {
        label.setText(text);
        Text.visible(label, !text.isEmpty());
    }
}
