package com.maily.console.desktop.canary;

import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.Buttons;
import com.maily.console.desktop.widget.Chip;
import com.maily.console.desktop.widget.EmptyPanel;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The canary screen's nodes. */
final class CanaryView extends VBox {

    /** Below this width the cards stand in one column, so that no button is cut off. */
    private static final double TWO_COLUMNS = 1_180;

    private final Theme theme;
    private final Ages ages;
    private final CanaryActions actions;
    private final Map<String, CanaryCardView> cards = new LinkedHashMap<>();
    private final GridPane grid = new GridPane(12, 12);
    private final ScrollPane scroll = new ScrollPane(grid);
    private final VBox empty = new VBox();
    private final HBox chips = new HBox(6);
    private final Label refusal = Text.of("", "t-dense", "state-word", "state-failed");
    private final Button pause;
    private final CanaryTogether together;
    private List<String> laid = List.of();
    private int columns;
    private boolean paused;

    CanaryView(Theme theme, Ages ages, CanaryActions actions) {
        super(12);
        this.theme = theme;
        this.ages = ages;
        this.actions = actions;
        pause = Buttons.withIcon(Buttons.plain("Pause all", () -> toggle(actions)), "fth-pause");
        getStyleClass().addAll("screen", "canary-screen");
        getStylesheets().add(Objects.requireNonNull(CanaryView.class.getResource("/assets/theme/screens.css")).toExternalForm());
        HBox head = new HBox(8, Text.title("Canary"), chips, refusal, Text.gap(), legend(), pause);
        head.setAlignment(Pos.CENTER_LEFT);
        chips.setAlignment(Pos.CENTER_LEFT);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        together = new CanaryTogether(actions, this::chooseNone);
        getChildren().setAll(head, together, scroll, empty);
        widthProperty().addListener((_, _, _) -> arrange(laid));
    }

    private void toggle(CanaryActions to) {
        if (paused) {
            to.resume();
        } else {
            to.pause();
        }
    }

    private static HBox legend() {
        HBox legend = new HBox(5, Text.of("━", "legend-canary"), Text.label("canary  "), Text.of("╌", "t-label"),
                Text.label("stable  "),
                Text.of("▼", "legend-observed"), Text.label("observed"));
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(USE_PREF_SIZE);
        return legend;
    }

    /** Puts what is switched, not shifted, between the head and the cards. */
    void above(Node node) {
        getChildren().add(1, node);
    }

    void show(CanaryModel model) {
        paused = model.paused();
        pause.setText(paused ? "Resume" : "Pause all");
        Text.visible(pause, !model.deployment().isEmpty());
        chips.getChildren().clear();
        for (State state : State.values()) {
            if (model.count(state) > 0) {
                chips.getChildren().add(new Chip(state, model.count(state) + " " + word(state)));
            }
        }
        boolean none = model.cards().isEmpty();
        Text.visible(scroll, !none);
        Text.visible(empty, none);
        if (none) {
            empty.getChildren().setAll(new EmptyPanel("No canary is running", model.next()));
        }
        List<String> names = model.cards().stream().map(CanaryCard::component).toList();
        cards.keySet().retainAll(names);
        names.forEach(name -> cards.computeIfAbsent(name, _ -> made()));
        arrange(names);
        model.cards().forEach(card -> cards.get(card.component()).show(card));
        showChosen();
    }

    private CanaryCardView made() {
        CanaryCardView card = new CanaryCardView(theme, ages, actions);
        card.chosen().addListener((_, _, _) -> showChosen());
        return card;
    }

    private void showChosen() {
        together.show(cards.values().stream().filter(card -> card.chosen().get()).map(CanaryCardView::card).filter(Objects::nonNull)
                .toList());
    }

    private void chooseNone() {
        cards.values().forEach(card -> card.chosen().set(false));
    }

    private static String word(State state) {
        return switch (state) {
            case WAITING -> "needs approval";
            case DONE -> "promoted";
            default -> state.word().toLowerCase(java.util.Locale.ROOT);
        };
    }

    private void arrange(List<String> names) {
        int wanted = getWidth() >= TWO_COLUMNS && names.size() > 1 ? 2 : 1;
        if (names.equals(laid) && wanted == columns) {
            return;
        }
        laid = List.copyOf(names);
        columns = wanted;
        grid.getColumnConstraints().clear();
        for (int i = 0; i < wanted; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / wanted);
            grid.getColumnConstraints().add(column);
        }
        grid.getChildren().clear();
        for (int i = 0; i < names.size(); i++) {
            CanaryCardView card = cards.get(names.get(i));
            card.setMaxHeight(Double.MAX_VALUE);
            grid.add(card, i % wanted, i / wanted);
        }
    }

    /** Says why a command was not taken; empty to say nothing. */
    void refused(String why) {
        refusal.setText(why);
    }

    CanaryCardView card(String component) {
        return Objects.requireNonNull(cards.get(component), component);
    }
}
