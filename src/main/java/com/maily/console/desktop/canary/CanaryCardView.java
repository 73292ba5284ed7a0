package com.maily.console.desktop.canary;

import com.maily.console.core.model.Actor;
import com.maily.console.core.model.Weight;
import com.maily.console.desktop.fx.Ages;
import com.maily.console.desktop.theme.Theme;
import com.maily.console.desktop.widget.AgeLabel;
import com.maily.console.desktop.widget.State;
import com.maily.console.desktop.widget.Text;
import com.maily.console.desktop.widget.WeightSlider;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One component's canary. Its nodes stay while the numbers change, so that a drag or a hold is never cut off by an update. */
final class CanaryCardView extends VBox {

    private static final int TILES = 3;

    private final CanaryHead head = new CanaryHead();
    private final Label weight = Text.of("", "t-metric", "weight");
    private final Label observed = Text.dense("");
    private final Label source = Text.of("", "t-mono-small");
    private final AgeLabel age;
    private final WeightSlider slider;
    private final Label snapping = Text.label("");
    private final HBox tiles = new HBox(8);
    private final CanaryFacts facts;
    private final CanaryStepsPanel steps;
    private final CanaryFooter footer;
    private @Nullable CanaryCard card;
    /** The weight somebody wrote while another was being proposed here. */
    private @Nullable Weight overtaken;

    CanaryCardView(Theme theme, Ages ages, CanaryActions actions) {
        age = new AgeLabel(ages);
        slider = new WeightSlider(theme);
        facts = new CanaryFacts(theme);
        steps = new CanaryStepsPanel(actions);
        footer = new CanaryFooter(theme, actions, slider::discard);
        for (int i = 0; i < TILES; i++) {
            CanaryTileView tile = new CanaryTileView(theme);
            HBox.setHgrow(tile, Priority.ALWAYS);
            tile.setPrefWidth(100);
            tiles.getChildren().add(tile);
        }
        getStyleClass().addAll("card", "bare", "canary-card");
        VBox body = new VBox(8, head, new HBox(16, weightBox(), sliderBox()), tiles, facts, steps);
        body.getStyleClass().add("canary-body");
        VBox.setVgrow(footer, Priority.ALWAYS);
        getChildren().setAll(body, footer);
        slider.proposedProperty().addListener((_, _, proposed) -> {
            if (proposed != null) {
                overtaken = null;
            }
            refresh();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::keyDown);
    }

    private VBox weightBox() {
        HBox from = new HBox(5, source, age);
        from.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(0, weight, observed, from);
        box.setMinWidth(150);
        box.setPrefWidth(150);
        source.setMinWidth(0);
        return box;
    }

    private VBox sliderBox() {
        VBox box = new VBox(0, slider, snapping);
        slider.setMaxWidth(Double.MAX_VALUE);
        snapping.setWrapText(true);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    void show(CanaryCard newest) {
        CanaryCard before = card;
        card = newest;
        if (before != null && slider.proposed().isPresent() && !before.slide().desired().equals(newest.slide().desired())) {
            // What was proposed was meant against another weight: it must not be sent on top of somebody else's.
            overtaken = newest.slide().desired();
            slider.discard();
        }
        if (newest.slide().desired().equals(overtaken)) {
            // Who wrote it may only be read a moment after the weight was.
            String who = newest.writer().equals(Actor.SYSTEM.name()) ? "The plan" : newest.writer().isEmpty() ? "Somebody"
                    : newest.writer();
            footer.remark(who + " set " + overtaken + " meanwhile; the proposal was dropped.");
        } else {
            overtaken = null;
        }
        if (!newest.dropped().isEmpty() && (before == null || !before.dropped().equals(newest.dropped()))) {
            footer.remark(newest.dropped());
        }
        slider.show(newest.slide());
        steps.show(newest);
        refresh();
    }

    private void refresh() {
        if (card == null) {
            return;
        }
        CanaryCard now = card;
        head.show(now);
        weight.setText(now.slide().desired().toString());
        observed.setText(now.beneath());
        source.setText(now.source().name());
        age.show(now.source());
        snapping.setText(snapping(now));
        Text.visible(snapping, !snapping.getText().isEmpty());
        for (int i = 0; i < TILES; i++) {
            Text.visible(tiles.getChildren().get(i), i < now.tiles().size());
            if (i < now.tiles().size()) {
                ((CanaryTileView) tiles.getChildren().get(i)).show(now.tiles().get(i));
            }
        }
        facts.show(now);
        edge(now);
        weight.getStyleClass().setAll(weightLook(now));
        footer.show(now, slider.proposed().map(weightTo -> CanaryPreview.of(now, weightTo)));
    }

    /** Why the thumb stops where it does, or why nobody can mark what a weight would cost. */
    private String snapping(CanaryCard now) {
        if (!now.slide().editable()) {
            return "";
        }
        String limit = slider.proposed().isPresent() && !now.slide().limit().why().isEmpty() ? now.slide().limit().why()
                : now.slide().snap().why();
        String unmarked = now.carries() && slider.proposed().isEmpty() && !now.budget().cost().unknown().isEmpty()
                ? "No burn marks: " + now.budget().cost().unknown() + "." : "";
        return limit.isEmpty() ? unmarked : limit;
    }

    private void edge(CanaryCard now) {
        getStyleClass().setAll("card", "bare", "canary-card");
        if (slider.proposed().isPresent() || now.queued().isPresent()) {
            getStyleClass().addAll("edged", State.CANARY.styleClass());
        } else if (now.waits() || now.state() == State.FAILED || now.state() == State.MARGINAL) {
            getStyleClass().addAll("edged", now.state().styleClass());
        }
    }

    /** Pink is the canary's share; what is promoted is done, and what has not begun is nothing yet. */
    private static String[] weightLook(CanaryCard card) {
        return card.state() == State.DONE ? new String[] {"label", "t-metric", "state-word", State.DONE.styleClass()}
                : new String[] {"label", "t-metric", card.slide().stale() || !card.carries() ? "t-quiet" : "weight"};
    }

    /** Says something on the card once, until the next proposal. */
    void remark(String what) {
        footer.remark(what);
    }

    private void keyDown(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && slider.proposed().isPresent()) {
            slider.discard();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && footer.mainPressed()) {
            event.consume();
        }
    }

    /** Whether it is one of those the next action is for. */
    BooleanProperty chosen() {
        return head.chosen();
    }

    @Nullable CanaryCard card() {
        return card;
    }

    WeightSlider slider() {
        return slider;
    }

    /** What is proposed on this card, null for nothing. */
    @Nullable Weight proposal() {
        return slider.proposedProperty().get();
    }
}
