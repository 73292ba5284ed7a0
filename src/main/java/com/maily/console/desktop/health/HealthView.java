package com.maily.console.desktop.health;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.shell.Action;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.Skeleton;
import com.maily.console.desktop.widget.SourceChip;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.StateGlyph;
import com.maily.console.desktop.widget.Text;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The health screen's nodes: what is to be said of all endpoints, their table, and the selected one in full. */
final class HealthView extends VBox {

    private final Chip up = new Chip(State.QUEUED, "asking");
    private final Chip degraded = new Chip(State.MARGINAL);
    private final Chip down = new Chip(State.FAILED);
    private final Chip unknown = new Chip(State.STALE);
    private final SourceChip source;
    private final ToggleButton faultsOnly = new ToggleButton("Faults only");
    private final TextField filter = new TextField();
    private final Label trouble = Text.dense("");
    private final HBox troubleLine = new HBox(8, new StateGlyph(State.FAILED, 15), trouble);
    private final HealthTable table;
    private final HealthDetail detail;
    private final VBox body;
    private final VBox loading = new VBox(12, Text.dense("Asking each endpoint for the first time …"), new Skeleton(8));
    private final EmptyPanel nothing = new EmptyPanel("No health endpoints are named here",
            "Add a list under health to this environment in the workspace file: component and url are enough.");

    HealthView(Theme theme, Ages ages, HealthActions actions) {
        super(12);
        getStyleClass().addAll("screen", "health-screen");
        getStylesheets().add(Objects.requireNonNull(HealthView.class.getResource("/assets/theme/health.css")).toExternalForm());
        source = new SourceChip(ages);
        detail = new HealthDetail(actions);
        table = new HealthTable(theme, this::showDetail);
        faultsOnly.setId("health-faults");
        faultsOnly.setTooltip(new Tooltip(Action.FAULTS.text() + " (" + Action.FAULTS.keys() + ")"));
        faultsOnly.selectedProperty().addListener((_, _, only) -> actions.faultsOnly(only));
        filter.setId("health-filter");
        filter.setPromptText("Filter endpoints");
        filter.setPrefWidth(220);
        filter.textProperty().addListener((_, _, words) -> actions.filter(words));
        HBox head = new HBox(10, Text.title("Health"), up, degraded, down, unknown, Text.gap(), source, faultsOnly, filter);
        head.setAlignment(Pos.CENTER_LEFT);
        for (Node each : head.getChildren()) {
            if (each instanceof Chip chip) {
                chip.setMinWidth(USE_PREF_SIZE);
            }
        }
        trouble.setWrapText(true);
        troubleLine.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(table, Text.rule(), detail);
        card.getStyleClass().addAll("card", "bare");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        body = new VBox(12, troubleLine, card);
        loading.getStyleClass().add("card");
        loading.setPadding(new Insets(16));
        nothing.setMaxHeight(Double.MAX_VALUE);
        StackPane space = new StackPane(body, loading, nothing);
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().setAll(head, space);
    }

    void show(HealthModel model) {
        Text.visible(nothing, !model.named());
        Text.visible(loading, model.loading());
        Text.visible(body, model.named() && !model.loading());
        Text.visible(troubleLine, !model.trouble().isEmpty());
        trouble.setText(model.trouble());
        long well = model.count(State.DONE);
        Text.visible(up, model.named());
        up.show(model.loading() ? State.QUEUED : well == model.all().size() ? State.DONE : well == 0 ? State.FAILED
                : State.MARGINAL,
                model.loading() ? "asking" : well + " of " + model.all().size() + " up");
        few(degraded, State.MARGINAL, model, "degraded");
        few(down, State.FAILED, model, "down");
        few(unknown, State.STALE, model, "not known");
        Text.visible(source, model.source().isPresent());
        model.source().ifPresent(source::show);
        table.show(model.rows(), model.all().isEmpty() ? "" : !filter.getText().isBlank()
                ? "No endpoint matches. Take a word or a filter away to see more." : "No faults: all endpoints are up.");
        showDetail();
    }

    private static void few(Chip chip, State state, HealthModel model, String words) {
        long count = model.loading() ? 0 : model.count(state);
        Text.visible(chip, count > 0);
        chip.show(state, count + " " + words);
    }

    private void showDetail() {
        detail.show(table.chosen());
    }

    HealthTable table() {
        return table;
    }

    TextField filter() {
        return filter;
    }

    ToggleButton faultsOnly() {
        return faultsOnly;
    }
}
