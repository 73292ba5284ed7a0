package com.maily.console.desktop.rollout;

import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The timeline with its heading and legend, or its accessible twin. */
final class TimelineCard extends VBox {
    private final Label run = Text.of("", "t-mono-small");
    private final Timeline timeline;
    private final ScrollPane scroll;
    private final StepTable table;
    private final HBox legend = new HBox(14);
    private final AlertList alerts;

    TimelineCard(Theme theme, Consumer<String> select, Runnable onNow, Consumer<URI> open) {
        alerts = new AlertList(open);
        getStyleClass().addAll("card", "bare");
        timeline = new Timeline(theme, row -> select.accept(row.id()));
        table = new StepTable(select);
        scroll = new ScrollPane(timeline);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.viewportBoundsProperty().addListener((_, _, bounds) -> timeline.available(bounds.getHeight()));
        for (State state : List.of(State.DONE, State.RUNNING, State.WAITING, State.HELD, State.FAILED, State.PLANNED)) {
            HBox word = new HBox(5, new StateGlyph(state, 11), Text.label(state.word().toLowerCase(java.util.Locale.ROOT)));
            word.setAlignment(Pos.CENTER_LEFT);
            legend.getChildren().add(word);
        }
        legend.setAlignment(Pos.CENTER_RIGHT);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        var now = Buttons.withKey(Buttons.quiet("Now", onNow), "N");
        now.getStyleClass().add("small");
        now.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(10, Text.strong("Timeline"), run, Text.gap(), legend, now);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("timeline-head");
        StackPane body = new StackPane(scroll, Text.visible(table, false));
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(head, body, alerts);
        widthProperty().addListener((_, _, width) -> Text.visible(legend, width.doubleValue() > 760));
    }

    void show(RolloutModel model, String selected) {
        run.setText(model.run().id());
        timeline.show(model, selected);
        if (table.isVisible()) {
            table.show(model);
        }
        shown = model;
    }

    void show(AlertBoard board) {
        timeline.show(board);
        alerts.show(board);
    }

    void focusAlerts() {
        alerts.focusList();
    }

    void toggleTable() {
        boolean toTable = !table.isVisible();
        Text.visible(table, toTable);
        Text.visible(scroll, !toTable);
        if (toTable && shown != null) {
            table.show(shown);
            table.requestFocus();
        }
    }

    void focusTimeline() {
        timeline.requestFocus();
    }

    private @org.jspecify.annotations.Nullable RolloutModel shown;
}
