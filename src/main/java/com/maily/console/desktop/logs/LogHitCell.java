package com.maily.console.desktop.logs;

import com.maily.console.core.port.Links;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Format;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One line found: when and how bad, a way to its trace, and below it the whole message. */
final class LogHitCell extends ListCell<LogFindings.Line> {

    /** What padding and scroll bar take of the list's width. */
    private static final double ASIDE = 46;

    private final Consumer<URI> open;
    private final Label time = Text.of("", "hit-time");
    private final Label level = Text.of("", "hit-level");
    private final Label component = Text.label("");
    private final Label message = Text.of("", "hit-text");
    private final HBox traces = new HBox(4);
    private final VBox all;

    LogHitCell(Consumer<URI> open) {
        this.open = open;
        HBox head = new HBox(8, time, level, component, Text.gap(), traces);
        head.setAlignment(Pos.CENTER_LEFT);
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        all = new VBox(2, head, message);
        all.setMinWidth(0);
        setPrefWidth(1);
        listViewProperty().addListener((_, _, list) -> all.prefWidthProperty().bind(list.widthProperty().subtract(ASIDE)));
    }

    /** A message takes the lines it needs, which depends on the list's width. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null ? super.computePrefHeight(width)
                : snappedTopInset() + all.prefHeight(all.getPrefWidth()) + snappedBottomInset();
    }

    @Override
    protected void updateItem(LogFindings.@Nullable Line line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        time.setText(Format.clock(line.hit().at()));
        level.setText(line.hit().level().isEmpty() ? "–" : line.hit().level().toUpperCase(Locale.ROOT));
        level.getStyleClass().removeIf(name -> name.startsWith("state-"));
        level.getStyleClass().add(state(line.hit().level()).styleClass());
        component.setText(line.hit().component());
        message.setText(line.hit().message());
        traces.getChildren().setAll(line.traces().stream().map(this::button).toList());
        setGraphic(all);
        setAccessibleText(time.getText() + " " + level.getText() + " " + message.getText());
    }

    private Button button(Links.Link link) {
        Button button = Buttons.withIcon(Buttons.quiet(link.title().replaceFirst(": this trace$", ""), () ->
                open.accept(link.address())),
                "fth-external-link");
        button.getStyleClass().add("small");
        button.setAccessibleText(link.title());
        return button;
    }

    private static State state(String level) {
        return switch (level) {
            case "error", "fatal", "critical", "panic", "emergency", "alert" -> State.FAILED;
            case "warn", "warning" -> State.MARGINAL;
            case "info", "notice" -> State.RUNNING;
            default -> State.PLANNED;
        };
    }
}
